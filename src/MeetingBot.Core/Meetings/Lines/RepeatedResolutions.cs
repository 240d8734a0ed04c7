using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// Finds a resolution or agreement that is said again: of the same kind, in the same words, under the same item and topic.
/// It is kept as every line is, and the minutes show it once.
/// </summary>
internal static class RepeatedResolutions
{
    public static bool IsResolution(MinuteKind kind) => kind is MinuteKind.Resolution or MinuteKind.Agreement;

    /// <summary>What is the same for texts that say the same.</summary>
    public static string Words(string text) => Phrases.Words(text).ToUpperInvariant();

    private static bool AreSame(MinuteKind kind, string text, MinuteKind otherKind, string otherText) =>
        kind == otherKind && IsResolution(kind) && Phrases.SameWords(text, otherText);

    /// <summary>What the lines repeat, as it was said first.</summary>
    /// <param name="lines">The lines to be recorded.</param>
    /// <param name="item">The agenda item that is being discussed.</param>
    /// <param name="minutes">The lines of the meeting so far, in order.</param>
    public static List<Minute> Of(IEnumerable<MinuteText> lines, int? item, IEnumerable<Minute> minutes)
    {
        string? topic = null;
        var said = new List<(string? Topic, Minute Line)>();
        foreach (var minute in minutes.Where(minute => minute.Item == item))
        {
            if (minute.Kind is MinuteKind.Topic) topic = minute.Text;
            else if (IsResolution(minute.Kind)) said.Add((topic, minute));
        }

        var repeated = new List<Minute>();
        foreach (var line in lines)
        {
            if (line.Kind is MinuteKind.Topic) topic = line.Text;
            else if (said.Find(Same(line)).Line is { } first) repeated.Add(first);
        }
        return repeated;

        Predicate<(string? Topic, Minute Line)> Same(MinuteText line) =>
            known => known.Topic == topic && AreSame(known.Line.Kind, known.Line.Text, line.Kind, line.Text);
    }
}
