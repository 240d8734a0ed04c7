using System.Globalization;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>The guests of scoring rounds: where they are, and how they are talked about.</summary>
public static class RoundGuests
{
    /// <summary>The kind of their links' addresses.</summary>
    public const string Kind = "score";

    internal const string Example = "/risk guests Anna Berg, Ben Ito";

    public static GuestBook Of(OpenRound round) => new(
        Kind, string.Create(CultureInfo.InvariantCulture, $"{round.Assessment} {round.Number}"),
        ["round", Rows.Segment(round.Assessment), Rows.Segment(round.Number)]);

    /// <summary>
    /// The guests of all rounds of an assessment: who is invited to another is the same person, of the same community.
    /// </summary>
    public static KeyRange OfAll(int assessment) => KeyRange.Under("guest", "round", Rows.Segment(assessment));

    internal static GuestWords Words(RoundState state)
    {
        var name = RoundCards.Name(state.Assessment, state.Round);
        return new GuestWords(
            name, $"score in {name}",
            string.Create(CultureInfo.InvariantCulture, $"/risk guests {state.Round.Number}"), Example);
    }

    /// <summary>Reads what a link opens; null for what is no round.</summary>
    internal static OpenRound? Read(string? subject)
    {
        var parts = (subject ?? "").Split(' ');
        return parts.Length == 2 && Number(parts[0]) is { } assessment && Number(parts[1]) is { } round
            ? new OpenRound(assessment, round)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
