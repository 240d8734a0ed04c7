using System.Diagnostics;
using System.Globalization;
using System.Text.Unicode;
using MeetingBot.Bench.Slack;

namespace MeetingBot.Bench.Connector;

/// <summary>
/// The methods of Slack's Web API that a bot needs, and the addresses that commands are answered at
/// (<c>/slack/response/CHANNEL</c>). It counts the messages that come to a channel sooner than a second after another,
/// which Slack would refuse.
/// </summary>
internal sealed class SlackMethods(int channels) : IPlatform
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly long[] _postedAt = new long[channels];
    private long _number;
    private long _early;
    private long _receipts;

    public ReplyCheck Replies { get; } = new(channels);

    public EditCheck Edits { get; } = new(channels);

    public int Take(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, Span<byte> answer)
    {
        var path = head[(head.IndexOf((byte)' ') + 1)..];
        path = path[..path.IndexOf((byte)' ')];
        var number = Interlocked.Increment(ref _number);
        int length;
        if (path.StartsWith("/slack/response/"u8))
        {
            Respond(path, body);
            Utf8.TryWrite(answer, $"ok", out length);
        }
        else if (path.EndsWith("/users.info"u8)) User(body, answer, out length);
        else if (path.EndsWith("/auth.test"u8))
            Utf8.TryWrite(answer, $$"""{"ok":true,"team_id":"{{SlackPeople.Team}}","user_id":"U0BOT","bot_id":"B0BOT"}""", out length);
        else if (path.EndsWith("/conversations.open"u8))
            Utf8.TryWrite(answer, $$$"""{"ok":true,"channel":{"id":"D{{{Member(body, "\"U"u8)}}}"}}""", out length);
        else
        {
            var channel = ReplyCheck.NumberAfter(body, "\"channel\":\"C"u8);
            if (path.EndsWith("/chat.update"u8))
            {
                Edits.Take(channel, body);
                number = ReplyCheck.NumberAfter(body, "\"ts\":\"1700000000."u8) ?? number;
            }
            else if (path.EndsWith("/chat.postMessage"u8)) Post(channel, body);
            Utf8.TryWrite(answer, $$"""{"ok":true,"channel":"C{{channel:D9}}","ts":"1700000000.{{number:D6}}"}""", out length);
        }
        return length;
    }

    public string Counts() => string.Create(CultureInfo.InvariantCulture,
        $"{Replies.Counts()} {Interlocked.Read(ref _early)} {Interlocked.Read(ref _receipts)}");

    private void Post(int? channel, ReadOnlySpan<byte> body)
    {
        Replies.Take(channel, body);
        if (channel is not { } known || known >= channels) return;
        Edits.Posted(known, body);
        var before = Interlocked.Exchange(ref _postedAt[known], Stopwatch.GetTimestamp());
        if (before != 0 && Stopwatch.GetElapsedTime(before) < Pace) Interlocked.Increment(ref _early);
    }

    // What only the person sees, such as the receipt of a ballot.
    private void Respond(ReadOnlySpan<byte> path, ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("Recorded "u8) >= 0) Interlocked.Increment(ref _receipts);
        else Replies.Take(ReplyCheck.NumberAfter(path, "/C"u8), body);
    }

    private static void User(ReadOnlySpan<byte> body, Span<byte> answer, out int length)
    {
        var member = Member(body, "user=U"u8);
        Utf8.TryWrite(answer, $$$"""{"ok":true,"user":{"profile":{"display_name":"Member {{{member}}}","real_name":"Member {{{member}}}"},"id":"U{{{member:D9}}}","team_id":"{{{SlackPeople.Team}}}","name":"member{{{member}}}","real_name":"Member {{{member}}}","tz":"Europe/Berlin","is_bot":false}}""", out length);
    }

    private static int Member(ReadOnlySpan<byte> body, ReadOnlySpan<byte> before) => ReplyCheck.NumberAfter(body, before) ?? 0;
}
