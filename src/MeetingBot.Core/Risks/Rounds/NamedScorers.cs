using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;

namespace MeetingBot.Risks.Rounds;

/// <summary>Names of guests as typed, with the community of those of whom it was said.</summary>
/// <param name="Communities">By name, as the assessment writes it.</param>
internal sealed partial record NamedScorers(
    ImmutableArray<string> Names, ImmutableDictionary<string, string> Communities, Refusal? Problem = null)
{
    private const int MostTyped = 6_000;

    /// <summary>
    /// Reads <c>Anna Berg, Ben Ito of ATLAS; Carla of CMS</c>: a community is that of all names before it, back to the
    /// one before.
    /// </summary>
    public static NamedScorers Read(string typed, Assessment assessment)
    {
        var text = typed.Length > MostTyped ? typed[..MostTyped] : typed;
        var communities = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var from = 0;
        foreach (Match of in Of().Matches(text))
        {
            var said = Phrases.Words(of.Groups[1].Value);
            if (assessment.Communities.FirstOrDefault(one => Meetings.People.Names.Same(one.Name, said)) is not { } community)
                return new NamedScorers([], communities.ToImmutable(), RiskRefusals.NoSuchCommunity(said, assessment));
            foreach (var name in GuestNames.Read(text[from..of.Index], RoundGuests.Example).Names)
                communities[name] = community.Name;
            from = of.Index + of.Length;
        }
        var read = GuestNames.Read(Of().Replace(text, "\n"), RoundGuests.Example);
        return new NamedScorers(read.Names, communities.ToImmutable(), read.Problem);
    }

    [GeneratedRegex(
        @"\sof\s{1,3}([^,;\n()|:?]{1,60}?)(?=\s{0,3}(?:[,;\n]|$|\s(?:and|&)\s))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Of();
}
