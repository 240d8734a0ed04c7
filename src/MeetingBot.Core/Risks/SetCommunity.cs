using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Guests;
using MeetingBot.Meetings.People;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>
/// Says who belongs to a community, such as an experiment, and what each of its scores weighs. Everybody is in one at
/// most. Who runs the assessment may.
/// </summary>
/// <param name="Weight">Null to keep it, or for 1.</param>
/// <param name="Members">Names of those who are added to it; empty for none.</param>
public sealed record SetCommunity(string Name, double? Weight, string Members) : OneAssessment
{
    private const double LargestWeight = 1_000;

    public static CommandForm Form { get; } = new(
        "risk community", "[name] [weight] [: members]", "/risk community ATLAS 3: @Luna @Mara",
        "shows or sets communities, their weights and members", Read)
    {
        Aliases = ["risk communities", "risk vo"],
    };

    protected override Reads Beside(int assessment, Turn turn) => MemberState.Names(turn);

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (Name.Length == 0) return Decision.Says(Words(assessment));
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        var (people, unknown) = NamedPeople.Read(Members, MemberState.From(turn, state.Rows), turn);
        if (unknown is not null) return MeetingRefusals.UnknownPerson(unknown);

        var known = assessment.Communities.FirstOrDefault(
            community => community.Name.Equals(Name, StringComparison.OrdinalIgnoreCase));
        if (known is null && assessment.Communities.Length >= Assessment.MostCommunities)
            return new Refusal($"Up to {Assessment.MostCommunities} communities fit.");
        var community = (known ?? new Community(Name)) with { Weight = Weight ?? known?.Weight ?? 1 };
        var moved = people.Select(person => person.Key).ToHashSet();
        var others = assessment.Communities.Where(other => other != known).Select(other => other with
        {
            Members = [.. other.Members.Where(person => !moved.Contains(person.Key))],
        });
        community = community with
        {
            Members = [.. community.Members.Where(person => !moved.Contains(person.Key)), .. people],
        };
        if (community.Members.Length > ScoringRound.MostMembers)
            return RiskRefusals.FullCommunity;
        var changed = assessment with
        {
            Communities = [.. others.Append(community).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)],
        };
        return new Decision { Changes = state.Change(changed), Tell = Words(changed) };
    }

    private static string Words(Assessment assessment) => assessment.Communities.IsEmpty
        ? "No community is known; all scores weigh the same. For example: /risk community ATLAS 3: @Luna @Mara"
        : $"Communities of {assessment.Name}:\n" + string.Join('\n', assessment.Communities.Select(community =>
            string.Create(CultureInfo.InvariantCulture, $"• {community.Name}, weight {community.Weight}: ")
            + (community.Members.IsEmpty
                ? "nobody yet"
                : Phrases.Some([.. community.Members.Select(Guest.Shown)], ", ", 400))));

    private static ParsedCommand Read(CommandInput input)
    {
        var text = input.Text;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (head, members) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        // A mention ends the name as a colon does.
        if (colon < 0 && head.IndexOf('@', StringComparison.Ordinal) is > 0 and var at)
            (head, members) = (head[..at], head[at..]);
        var words = head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        double? weight = null;
        if (words.Count > 1 && double.TryParse(
            words[^1].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            if (!(number > 0) || number > LargestWeight)
                return ParsedCommand.Wrong("A weight is a number above 0, up to 1000.");
            weight = number;
            words.RemoveAt(words.Count - 1);
        }
        var name = string.Join(' ', words);
        return name.Length > Community.MostName
            ? ParsedCommand.Wrong($"The name has {name.Length} characters; {Community.MostName} fit.")
            : new SetCommunity(name, weight, members);
    }
}
