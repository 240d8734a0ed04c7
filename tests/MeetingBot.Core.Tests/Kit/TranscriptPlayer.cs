using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Kit;

/// <summary>
/// Plays a transcript: <c>16:03 Luna&gt; text</c> is said at that time of the group, <c>     | text</c> goes on with it,
/// and every line <c>&lt;bot text</c> is what the bot then says. Writes down what really happened in the same form.
/// </summary>
public sealed class TranscriptPlayer(Room room)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    private readonly StringBuilder _actual = new();
    private int _heard;

    /// <summary>The transcript as it went.</summary>
    public async Task<string> PlayAsync(string transcript)
    {
        foreach (var line in Typed(transcript))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                _actual.Append(line).Append('\n');
                continue;
            }
            var (time, who, text) = Parse(line);
            await AdvanceTo(time);
            _actual.Append(line.Replace("\n", "\n     | ", StringComparison.Ordinal)).Append('\n');
            await room.Says(who, text);
            WriteDown();
        }
        return _actual.ToString();
    }

    // Lines typed, each with those that go on with it; what the bot said is left out.
    private static List<string> Typed(string transcript)
    {
        var typed = new List<string>();
        foreach (var line in transcript.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("     | ", StringComparison.Ordinal)) typed[^1] += "\n" + line[7..];
            else if (!line.StartsWith('<')) typed.Add(line);
        }
        return typed;
    }

    private static (LocalTime Time, string Who, string Text) Parse(string line)
    {
        var end = line.IndexOf("> ", StringComparison.Ordinal);
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(line[..5]).Value;
        return (time, line[6..end], line[(end + 2)..]);
    }

    private async Task AdvanceTo(LocalTime time)
    {
        var now = room.Time.GetCurrentInstant().InZone(Zone);
        var then = now.Date.At(time).InZoneStrictly(Zone).ToInstant();
        if (then < now.ToInstant()) then += Duration.FromHours(24);
        await room.Bot.Advance(then - now.ToInstant());
        WriteDown();
    }

    private void WriteDown()
    {
        foreach (var message in room.Transcript.Skip(_heard))
        {
            _heard++;
            var said = message.Format is TextFormat.Markdown ? "[minutes]"
                : message.Card is { } card ? $"[card] {card.Title}" : message.Text;
            _actual.Append("<bot ").Append(said.Replace("\n", "\n<    ", StringComparison.Ordinal)).Append('\n');
        }
    }

    /// <summary>The minutes of the last meeting as they were posted.</summary>
    public async Task<string> MinutesAsync() => MinutesMarkdown.Write((await room.Minutes())!);
}
