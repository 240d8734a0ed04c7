using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Slack.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Slack.Tests;

/// <summary>A server of files that lies, dawdles or leads elsewhere, and names of files that are made to harm.</summary>
public sealed class SentFileAttackTests : IAsyncLifetime
{
    private const string Late = "The file did not come in time.";

    private readonly InstallHouse _house = new() { CallLimit = TimeSpan.FromMinutes(1) };
    private readonly ConcurrentQueue<Incoming> _turns = new();
    private FakeSlack _slack = null!;
    private SlackBot _bot = null!;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(SlackBot.Workspace().WithChannel("D1", "U1", "UBOT"));
        _bot = await SlackBot.StartAsync(_slack, Record, house: _house);
        Assert.Equal(200, (await new InstallBrowser(_bot, _slack).InstallAsync("T1")).Status);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Who_leads_elsewhere_is_not_followed_and_gets_no_token_there(int status)
    {
        var asked = new ConcurrentQueue<string>();
        await using var elsewhere = await Loopback.StartAsync(_ => { }, app => app.Run(context =>
        {
            asked.Enqueue(context.Request.Headers.Authorization.ToString());
            return context.Response.WriteAsync("BEGIN:VCALENDAR");
        }));
        _slack.Files.Instead = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Address().AbsoluteUri;
            return Task.CompletedTask;
        };

        Assert.StartsWith("The file can't be had", (await FileAsync(Upload("me.ics")))!.Problem, StringComparison.Ordinal);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task An_address_on_another_port_or_host_of_this_machine_gets_nothing()
    {
        var asked = 0;
        await using var elsewhere = await Loopback.StartAsync(_ => { }, app => app.Run(context =>
        {
            Interlocked.Increment(ref asked);
            return Task.CompletedTask;
        }));
        foreach (var address in new[] { elsewhere.Address(), new Uri($"http://localhost:{_slack.Address.Port}/files-pri/F01/x") })
        {
            var file = Upload("me.ics");
            (file["url_private"], file["url_private_download"]) = (address.AbsoluteUri, address.AbsoluteUri);
            Assert.Equal("The file lies where I fetch nothing from.", (await FileAsync(file))!.Problem);
        }

        Assert.Equal(0, asked);
        Assert.Empty(_slack.Files.Asked);
    }

    [Fact]
    public async Task What_slack_is_asked_about_a_file_is_no_more_trusted_than_the_event()
    {
        var file = Upload("me.ics");
        _slack.Files.Told = told => told["url_private_download"] = "https://evil.example/me.ics";

        Assert.Equal("The file lies where I fetch nothing from.", (await FileAsync(FakeFiles.Untold(file)))!.Problem);
        Assert.Empty(_slack.Files.Asked);
    }

    [Fact]
    public async Task A_body_without_end_is_left_at_the_limit()
    {
        var left = new TaskCompletionSource();
        _slack.Files.Instead = async context =>
        {
            context.RequestAborted.Register(() => left.TrySetResult());
            var piece = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(piece, CancellationToken.None);
        };

        Assert.Equal(AttachedFile.TooLarge, (await FileAsync(Upload("me.ics")))!.Problem);
        await left.Task;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_body_that_drips_is_given_up_in_time_and_it_is_said(int begun)
    {
        _slack.Files.Instead = async context =>
        {
            await context.Response.Body.WriteAsync(new byte[begun]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        };

        await using var bot = await ImpatientAsync();
        await bot.EventAsync(Sent(Upload("me.ics")));

        Assert.Equal(Late, Assert.IsType<IncomingMessage>(_turns.Single()).File!.Problem);
    }

    [Theory]
    [InlineData(1_000, 10)]
    [InlineData(long.MaxValue, 10)]
    public async Task A_length_that_is_a_lie_gives_no_half_of_a_file(long told, int sent)
    {
        _slack.Files.Instead = async context =>
        {
            context.Response.ContentLength = told;
            await context.Response.Body.WriteAsync(new byte[sent]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        var file = await FileAsync(Upload("me.ics"));

        Assert.True(file!.Content.IsEmpty);
        Assert.NotNull(file.Problem);
    }

    [Fact]
    public async Task What_ends_before_its_last_chunk_is_no_file()
    {
        _slack.Files.Instead = async context =>
        {
            await context.Response.WriteAsync("BEGIN:VCALENDAR\n");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        Assert.StartsWith("The file can't be had", (await FileAsync(Upload("me.ics")))!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_sign_in_is_none_however_its_type_is_spelt()
    {
        _slack.Files.Instead = context =>
        {
            context.Response.ContentType = "Text/HTML; charset=utf-8";
            return context.Response.WriteAsync("<!DOCTYPE html>");
        };

        Assert.StartsWith("Slack does not give me", (await FileAsync(Upload("me.ics")))!.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task A_small_file_holds_no_more_memory_than_a_few_times_itself(int length)
    {
        _slack.Files.Instead = context => context.Response.Body.WriteAsync(new byte[length]).AsTask();
        var content = (await FileAsync(Upload("me.ics")))!.Content;

        Assert.Equal(length, content.Length);
        Assert.True(MemoryMarshal.TryGetArray(content, out var held));
        Assert.InRange(held.Array!.Length, length, Math.Max(4 * length, 8 * 1024));
    }

    [Fact]
    public async Task A_name_is_one_line_of_whole_characters()
    {
        // The last two hundred begin within a character that is two.
        var name = "a" + string.Concat(Enumerable.Repeat("\U0001F600", 150)) + "\n/undo \u0000.csv";
        var file = await FileAsync(Upload(name));

        Assert.True(file!.IsTable);
        Assert.DoesNotContain(file.Name, char.IsControl);
        Assert.False(char.IsLowSurrogate(file.Name[0]));
        Assert.EndsWith("/undo  .csv", file.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_that_all_dawdle_each_have_their_answer()
    {
        _slack.Files.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using var bot = await ImpatientAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bot.EventAsync(Sent(Upload("me.ics")))));

        Assert.Equal(50, _turns.Count);
        Assert.All(_turns, turn => Assert.Equal(Late, Assert.IsType<IncomingMessage>(turn).File!.Problem));
    }

    // Another instance, which waits for a call no longer than a moment.
    private Task<SlackBot> ImpatientAsync()
    {
        _house.CallLimit = TimeSpan.FromMilliseconds(300);
        return SlackBot.StartAsync(_slack, Record, house: _house);
    }

    private JsonObject Upload(string name) => _slack.Files.Upload(name, "BEGIN:VCALENDAR"u8.ToArray());

    private JsonObject Sent(JsonObject file)
    {
        var told = SlackRequests.Event("message", "U1", "", "D1", _bot.Next("1699999999."));
        (told["subtype"], told["files"]) = ("file_share", new JsonArray(file));
        return told;
    }

    private async Task<AttachedFile?> FileAsync(JsonObject file)
    {
        await _bot.EventAsync(Sent(file));
        return Assert.IsType<IncomingMessage>(_turns.Last()).File;
    }

    private ValueTask<TurnOutcome> Record(Incoming incoming, CancellationToken cancel)
    {
        _turns.Enqueue(incoming);
        return new ValueTask<TurnOutcome>(new TurnOutcome(null));
    }
}
