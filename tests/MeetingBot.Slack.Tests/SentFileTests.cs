using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Slack.Tests.Support;
using MeetingBot.Slack.WebApi;

namespace MeetingBot.Slack.Tests;

/// <summary>A calendar or a table that somebody sends to the bot is fetched from Slack, and from Slack alone.</summary>
public sealed class SentFileTests : IAsyncLifetime
{
    private static readonly byte[] Calendar = Encoding.UTF8.GetBytes(
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:1
        DTSTART:20350604T090000Z
        DTEND:20350604T100000Z
        SUMMARY:Dentist
        END:VEVENT
        END:VCALENDAR
        """);

    private readonly ConcurrentQueue<Incoming> _turns = new();
    private FakeSlack _slack = null!;
    private SlackBot _bot = null!;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(
            SlackBot.Workspace().WithChannel("D1", "U1", "UBOT"), new FakeWorkspace("T2", "xoxb-2", "UBOT2"));
        _bot = await SlackBot.StartAsync(_slack, Record);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task File_in_the_bots_own_chat_is_fetched_with_its_token()
    {
        var file = await FileAsync(_slack.Files.Upload("me.ics", Calendar));

        Assert.Equal(("me.ics", null), (file!.Name, file.Problem));
        Assert.Equal(Calendar, file.Content.ToArray());
        Assert.Equal("download Bearer xoxb-1", Assert.Single(_slack.Files.Asked));
    }

    [Fact]
    public async Task Table_with_a_mention_is_read_in_a_channel_by_the_whole_bot()
    {
        await using var bot = await SlackBot.StartAsync(_slack);
        var table = _slack.Files.Upload("list.csv", "Name;Value\nTokens;high\n"u8.ToArray());
        await bot.EventAsync(Sent("<@UBOT> risk import assets", "C1", table));
        await bot.Settled();

        Assert.Contains(_slack.Methods.Messages, m => m.All.Contains("Tokens", StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task Calendar_alone_is_taken_by_the_whole_bot()
    {
        await using var bot = await SlackBot.StartAsync(_slack);
        await bot.EventAsync(Sent("", "D1", _slack.Files.Upload("me.ics", Calendar, type: "text/calendar")));
        await bot.Settled();

        var said = Assert.Single(_slack.Methods.Messages);
        Assert.DoesNotContain("can't", said.All, StringComparison.Ordinal);
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task File_among_talk_is_not_looked_at()
    {
        var file = _slack.Files.Upload("me.ics", Calendar);
        await _bot.EventAsync(Sent("", "C1", file));
        Assert.Empty(_turns);
        await _bot.EventAsync(Sent("here is mine", "C1", file));

        Assert.Null(Assert.IsType<IncomingMessage>(Assert.Single(_turns)).File);
        Assert.Empty(_slack.Files.Asked);
        Assert.DoesNotContain(_slack.Calls, call => call.Method == "files.info");
    }

    [Fact]
    public async Task Of_several_the_one_that_is_read_is_fetched()
    {
        var file = await FileAsync(
            _slack.Files.Upload("photo.jpg", [1]), Gone("tombstone"), _slack.Files.Upload("Assets.TSV", Calendar));

        Assert.Equal("Assets.TSV", file!.Name);
    }

    [Theory]
    [InlineData("me.ics")]
    [InlineData("notes.pdf")]
    public async Task File_of_which_only_the_id_is_told_is_asked_for(string name)
    {
        var file = await FileAsync(FakeFiles.Untold(_slack.Files.Upload(name, Calendar)));

        Assert.Single(_slack.Calls, call => call.Method == "files.info");
        Assert.Equal(name == "me.ics" ? 1 : 0, _slack.Files.Asked.Count);
        Assert.Equal(name == "me.ics", file!.Problem is null);
    }

    [Fact]
    public async Task Snippet_is_read_by_its_kind()
    {
        var snippet = _slack.Files.Upload("Untitled", Calendar);
        (snippet["mode"], snippet["filetype"]) = ("snippet", "csv");

        Assert.True((await FileAsync(snippet))!.IsTable);
    }

    [Fact]
    public async Task Other_file_is_answered_only_where_it_is_all_that_was_sent()
    {
        var alone = await FileAsync(_slack.Files.Upload("notes.pdf", [1]));
        Assert.StartsWith("Of files I read calendars (.ics) and tables", alone!.Problem, StringComparison.Ordinal);
        _turns.Clear();
        await _bot.EventAsync(Sent("agenda", "D1", _slack.Files.Upload("notes.pdf", [1])));

        Assert.Null(Assert.IsType<IncomingMessage>(Assert.Single(_turns)).File);
        Assert.Empty(_slack.Files.Asked);
    }

    [Theory]
    [InlineData("tombstone", "The file is deleted")]
    [InlineData("hidden_by_limit", "Slack hides the file")]
    [InlineData("external", "The file lies outside of Slack")]
    public async Task What_can_not_be_had_is_said(string mode, string words)
    {
        var file = await FileAsync(Gone(mode));

        Assert.StartsWith(words, file!.Problem, StringComparison.Ordinal);
        Assert.Empty(_slack.Files.Asked);
    }

    [Theory]
    [InlineData("tombstone", "The file is deleted")]
    [InlineData("hidden_by_limit", "Slack hides the file")]
    public async Task What_can_not_be_had_is_said_to_the_person_by_the_whole_bot(string mode, string words)
    {
        await using var bot = await SlackBot.StartAsync(_slack);
        await bot.EventAsync(Sent("<@UBOT> risk import assets", "C1", Gone(mode)));
        await bot.Settled();

        Assert.Contains(words, Assert.Single(_slack.Methods.Messages).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(0)]
    public async Task File_that_is_not_there_is_said_and_the_token_is_taken_nowhere_else(int status)
    {
        _slack.Files.Instead = context =>
        {
            if (status == 0) context.Abort();
            context.Response.StatusCode = status == 0 ? 200 : status;
            if (status == 302) context.Response.Headers.Location = new Uri(_slack.Address, "files-pri/F01/x").AbsoluteUri;
            return Task.CompletedTask;
        };
        var file = await FileAsync(_slack.Files.Upload("me.ics", Calendar));

        Assert.StartsWith("The file can't be had from Slack.", file!.Problem, StringComparison.Ordinal);
        Assert.Single(_slack.Files.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_scope_it_is_said_what_to_do(bool untold)
    {
        _slack.Files.Withheld = true;
        var sent = _slack.Files.Upload("me.ics", Calendar);
        var file = await FileAsync(untold ? FakeFiles.Untold(sent) : sent);

        Assert.StartsWith("Slack does not give me the file.", file!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_another_workspace_is_not_had()
    {
        var file = await FileAsync(_slack.Files.Upload("me.ics", Calendar, team: "T2"));

        Assert.StartsWith("The file can't be had from Slack.", file!.Problem, StringComparison.Ordinal);
        Assert.True(file.Content.IsEmpty);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    public async Task File_over_a_mebibyte_is_not_read(int over, int told)
    {
        var sent = _slack.Files.Upload("me.ics", new byte[AttachedFile.MostBytes + over]);
        sent["size"] = (told * over) + 1;
        if (told == 1) sent["size"] = AttachedFile.MostBytes + 1;
        var file = await FileAsync(sent);

        Assert.Equal(over == 0 ? null : "The file is larger than 1 MB.", file!.Problem);
        Assert.Equal(over == 0 ? AttachedFile.MostBytes : 0, file.Content.Length);
        Assert.Equal(1 - told, _slack.Files.Asked.Count);
    }

    [Fact]
    public async Task Slow_file_does_not_hold_up_the_acknowledgement_and_is_not_lost()
    {
        var coming = new TaskCompletionSource();
        await using var bot = await SlackBot.StartAsync(_slack, Record, ackLimit: TimeSpan.FromMilliseconds(50));
        _slack.Files.Instead = async context =>
        {
            await coming.Task;
            await context.Response.Body.WriteAsync(Calendar);
        };
        await bot.EventAsync(Sent("", "D1", _slack.Files.Upload("me.ics", Calendar)));
        Assert.Empty(_turns);
        coming.SetResult();

        await Eventually.Until(() => _turns.Count == 1, "the turn is run");
        Assert.Equal(Calendar, Assert.IsType<IncomingMessage>(_turns.Single()).File!.Content.ToArray());
    }

    [Fact]
    public async Task Foreign_host_is_not_asked()
    {
        var sent = _slack.Files.Upload("me.ics", Calendar);
        sent["url_private_download"] = "https://files.slack.com.evil.example/me.ics";
        var file = await FileAsync(sent);

        Assert.Equal("The file lies where I fetch nothing from.", file!.Problem);
        Assert.Empty(_slack.Files.Asked);
    }

    [Theory]
    [InlineData("https://files.slack.com/files-pri/T1-F1/download/me.ics", true)]
    [InlineData("https://files.slack-gov.com/files-pri/T1-F1/download/me.ics", true)]
    [InlineData("http://files.slack.com/me.ics", false)]
    [InlineData("https://files.slack.com:8443/me.ics", false)]
    [InlineData("https://evilfiles.slack.com/me.ics", false)]
    [InlineData("https://files.slack.com@evil.example/me.ics", false)]
    [InlineData("https://ada:x@files.slack.com/me.ics", false)]
    [InlineData("https://evil.example#files.slack.com", false)]
    [InlineData("http://127.0.0.1:3978/me.ics", false)]
    [InlineData("http://169.254.169.254/metadata", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public void Only_Slacks_hosts_are_fetched_from(string url, bool fetched) =>
        Assert.Equal(fetched, new SlackHosts(SlackOptions.SlackApi).File(url) is not null);

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[null, 7, \"x\", [], {}]")]
    [InlineData("[{\"id\":7,\"name\":\"a.ics\"}]")]
    [InlineData("[{\"id\":\"../F1\",\"name\":\"a.ics\"}]")]
    public async Task What_is_no_file_is_passed_over(string files)
    {
        var told = SlackRequests.Event("message", "U1", "agenda", "D1", _bot.Next("1699999999."));
        told["files"] = JsonNode.Parse(files);
        await _bot.EventAsync(told);

        Assert.Null(Assert.IsType<IncomingMessage>(Assert.Single(_turns)).File);
        Assert.Empty(_slack.Files.Asked);
    }

    private static JsonObject Gone(string mode) => mode == "external"
        ? new JsonObject
        {
            ["id"] = "F9", ["mode"] = mode, ["name"] = "me.ics", ["is_external"] = true,
            ["url_private"] = "https://drive.example/me.ics",
        }
        : new JsonObject { ["id"] = "F9", ["mode"] = mode };

    private JsonObject Sent(string text, string channel, params JsonNode[] files)
    {
        var told = SlackRequests.Event("message", "U1", text, channel, _bot.Next("1699999999."));
        (told["subtype"], told["files"]) = ("file_share", new JsonArray([.. files.Select(file => file.DeepClone())]));
        return told;
    }

    private async Task<AttachedFile?> FileAsync(params JsonNode[] files)
    {
        await _bot.EventAsync(Sent("", "D1", files));
        return Assert.IsType<IncomingMessage>(Assert.Single(_turns)).File;
    }

    private ValueTask<TurnOutcome> Record(Incoming incoming, CancellationToken cancel)
    {
        _turns.Enqueue(incoming);
        return new ValueTask<TurnOutcome>(new TurnOutcome(null));
    }
}
