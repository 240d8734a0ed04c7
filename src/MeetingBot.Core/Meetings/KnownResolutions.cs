using MeetingBot.Conversations;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings;

/// <summary>The resolutions and agreements of a meeting, each with the lines that go on with it.</summary>
internal sealed class KnownResolutions
{
    private readonly List<(Minute Line, List<string> More)> _known = [];

    /// <param name="minutes">The lines of the meeting in order.</param>
    public KnownResolutions(IEnumerable<Minute> minutes)
    {
        var last = new Dictionary<string, List<string>?>();
        foreach (var minute in minutes)
        {
            var author = minute.Author.Key.Value;
            if (minute.Continues) last.GetValueOrDefault(author)?.Add(minute.Text);
            else last[author] = Is(minute.Kind) ? Keep(minute) : null;
        }
    }

    public static bool Is(MinuteKind kind) => kind is MinuteKind.Resolution or MinuteKind.Agreement;

    /// <summary>The lines that are not there yet; a resolution that is goes with what was sent under it.</summary>
    /// <param name="repeated">The resolutions that are there.</param>
    public List<MinuteText> New(IReadOnlyList<MinuteText> lines, int? item, out List<Minute> repeated)
    {
        var fresh = new List<MinuteText>();
        repeated = [];
        for (var index = 0; index < lines.Count;)
        {
            var next = index + 1;
            while (next < lines.Count && lines[next].Continues) next++;
            var statement = lines.Skip(index).Take(next - index).ToList();
            if (Is(statement[0].Kind) && Find(item, statement) is { } known) repeated.Add(known);
            else fresh.AddRange(statement);
            index = next;
        }
        return fresh;
    }

    private List<string> Keep(Minute minute)
    {
        var more = new List<string>();
        _known.Add((minute, more));
        return more;
    }

    private Minute? Find(int? item, List<MinuteText> statement) => _known.FirstOrDefault(known =>
        known.Line.Item == item
        && Phrases.SameWords(known.Line.Text, statement[0].Text)
        && (
            statement.Count == 1
                || known.More.Select(Words).SequenceEqual(statement.Skip(1).Select(line => Words(line.Text))))).Line;

    private static string Words(string text) => Phrases.Words(text).ToUpperInvariant();
}
