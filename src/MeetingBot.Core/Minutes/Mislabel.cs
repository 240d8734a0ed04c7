using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>A line whose label is a letter off one that is known: <c>RESOLVE: …</c>, <c>Decison - …</c>.</summary>
/// <param name="Typed">The label as it was typed.</param>
/// <param name="Label">The one that was probably meant.</param>
/// <param name="Text">What stands behind it.</param>
public sealed record Mislabel(string Typed, string Label, MinuteKind Kind, string Text)
{
    private const int MostText = 100;

    /// <summary>What to type instead, and what that is: <c>for a resolution: RESOLVED: meet on Fridays</c>.</summary>
    public string Instead(string before = "") =>
        $"for {Named}: {before}{Label}: {Conversations.Phrases.Shorten(Text, MostText)}";

    private string Named => Kind switch
    {
        MinuteKind.Topic => "a topic",
        MinuteKind.Resolution => "a resolution",
        MinuteKind.Agreement => "an agreement",
        _ => "an action",
    };
}
