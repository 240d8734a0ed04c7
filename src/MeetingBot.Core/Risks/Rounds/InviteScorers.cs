using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Gives guests without an account a link each, by which they score in a round: told to the one who asks alone, to be
/// sent on. Who is invited again has the same link. Who runs the assessment may.
/// </summary>
/// <param name="Names">As typed, with the communities of those who are in one.</param>
public sealed record InviteScorers(OpenRound? Invited, string Names) : OneRound(Invited)
{
    public static CommandForm Form { get; } = new(
        "risk guests", "[round] [names [of community] | revoke <names>]", RoundGuests.Example,
        "gives guests without an account a link to score; alone it lists them",
        input => Read(input, (round, rest) => Read(input, round, rest)))
    {
        Aliases = ["risk guest", "risk invite"],
        TakesLines = true,
        IsThere = options => options.PublicUrl is not null,
    };

    protected override Reads Beside(OpenRound round, Turn turn) =>
        Tables.Reads.Of(RoundGuests.OfAll(round.Assessment), GroupRows.Members);

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, assessment, words) = (state.Round, state.Assessment, RoundGuests.Words(state));
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (!round.Open || round.IsOver(turn.Now)) return RiskRefusals.RoundOver(round);
        if (turn.Options.PublicUrl is null) return GuestRefusals.NoPublicAddress;
        var read = NamedScorers.Read(Names, assessment);
        if (read.Problem is { } problem) return problem;
        if (GuestInvitation.Member(read.Names, MemberState.From(turn, state.Rows), turn) is { } there)
            return GuestRefusals.IsMember(there, words);

        var known = state.Guests.In(state.Rows).ToList();
        var earlier = state.Rows.In(RoundGuests.OfAll(assessment.Number)).Select(row => GuestBook.Read(row).Person);
        var invited = GuestInvitation.Of(read.Names, known, earlier, turn);
        var before = round.Guests.IsDefault ? [] : round.Guests;
        if (invited.IsTooMany(before.Length, known)) return GuestRefusals.TooMany(words);
        var placed = Placed(assessment, invited, read.Communities);
        if (placed.Communities.Any(community => community.Members.Length > ScoringRound.MostMembers))
            return RiskRefusals.FullCommunity;
        var told = invited.Told(state.Guests, words, turn);
        var changed = round with { Guests = [.. before, .. invited.Fresh.Select(guest => guest.Person)] };
        return told with
        {
            Changes =
            [
                .. placed == assessment ? (RowChange[])[] : [RiskRows.Put(placed, state.Rows)],
                .. invited.Fresh.IsEmpty ? (RowChange[])[] : [RiskRows.Put(changed, state.Rows)],
                .. invited.Fresh.Select(guest => state.Guests.Put(guest, state.Rows)),
            ],
            Links = [.. invited.Fresh.Select(guest => state.Guests.Link(guest, turn))],
            Messages =
            [
                .. told.Messages, .. invited.Fresh.IsEmpty ? (Outgoing[])[] : [RoundCards.Changed(assessment, changed)],
            ],
        };
    }

    private static Assessment Placed(
        Assessment assessment, GuestInvitation invited, ImmutableDictionary<string, string> communities)
    {
        var guests = invited.Guests.Select(guest => guest.Person)
            .Where(person => communities.TryGetValue(person.Name, out var name)
                && assessment.CommunityOf(person.Key)?.Name != name);
        return guests.GroupBy(person => communities[person.Name])
            .Aggregate(assessment, (placed, group) => placed.Move([.. group], group.Key));
    }

    private static ParsedCommand Read(CommandInput input, OpenRound? round, string rest)
    {
        if (GuestChoice.Ending(rest) is var (verb, names))
            return verb == "remove"
                ? ParsedCommand.Wrong("What a guest has scored can't be taken away: the counts without it would "
                    + "tell what it was. To end a link and leave it: /risk guests revoke Anna Berg")
                : names.Length == 0
                    ? ParsedCommand.Wrong("Whose link is to end? For example: /risk guests revoke Anna Berg")
                    : new RevokeScorers(round, names);
        if (rest.Trim().Length == 0) return new ListScorers(round);
        // "Risk guests are welcome" between people is talk.
        return input.MayBeTalk && round is null && !GuestNames.AreWritten(rest)
            ? ParsedCommand.Wrong("Who is to score? Names, with commas between them.")
            : new InviteScorers(round, rest);
    }
}
