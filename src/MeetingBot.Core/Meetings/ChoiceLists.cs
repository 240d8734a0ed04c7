using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Meetings.People;
using MeetingBot.Times;

namespace MeetingBot.Meetings;

/// <summary>
/// Lists too long for a menu, of which a client shows what fits to what somebody types
/// (<see cref="TextInput.Suggests"/>). Everybody may know them.
/// </summary>
public static class ChoiceLists
{
    /// <summary>The time zones that a place can have.</summary>
    public const string Zones = "zones";

    private const int MostTyped = 100;

    private static readonly Lazy<ImmutableArray<(Choice Choice, string[] Words)>> ZoneChoices = new(() =>
        [.. ZoneRules.Choices.Select(zone => (new Choice(zone, zone), PlainLetters.Words(zone)))]);

    /// <summary>
    /// The choices that have each word that was typed, in any order, without regard to case and accents; first those in
    /// which words begin so. All where no word was typed; none of a list that is not known.
    /// </summary>
    /// <param name="most">No more are given.</param>
    public static ImmutableArray<Choice> Find(string list, string typed, int most)
    {
        if (list != Zones) return [];
        var sought = PlainLetters.Words(typed.Length <= MostTyped ? typed : typed[..MostTyped]);
        var (first, rest) = (new List<Choice>(), new List<Choice>());
        foreach (var (choice, words) in ZoneChoices.Value)
        {
            if (sought.All(s => words.Any(word => word.StartsWith(s, StringComparison.Ordinal)))) first.Add(choice);
            else if (sought.All(s => words.Any(word => word.Contains(s, StringComparison.Ordinal)))) rest.Add(choice);
        }
        return [.. first.Concat(rest).Take(most)];
    }
}
