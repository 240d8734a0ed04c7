using MeetingBot.Conversations;
using MeetingBot.Linking;
using MeetingBot.Meetings.Busy;
using MeetingBot.Polls;
using MeetingBot.Risks;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Makes one member of somebody who is in a group's conversations on several platforms: with one account they get a
/// code, alone, and type it with the other. From then on they have one ballot and one name.
/// </summary>
/// <param name="Code">Null to get one.</param>
public sealed record LinkAccount(string? Code) : Command
{
    private static readonly Duration Good = Duration.FromHours(1);

    // Rows of a batch that ballots and cards may take beside what is written of open rounds and of the group.
    private const int Room = ITable.MaxBatch - 24;

    public static CommandForm Form { get; } = new(
        "me link", "[code]", "/me link", "makes one member of your accounts on two platforms", Read);

    public override Reads Reads(Turn turn)
    {
        if (Offered(turn) is not { Person: var main }) return Tables.Reads.None;
        var polls = turn.OpenPolls().Polls;
        return Tables.Reads.OfKeys(
        [
            .. polls.Select(poll => PollRows.Key(poll.Number)),
            .. polls.Select(poll => PollRows.BallotKey(poll.Number, turn.Account)),
            .. polls.Select(poll => PollRows.BallotKey(poll.Number, main)),
        ]).And(JoinedScorer.Reads(turn));
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Sides is not { All.Length: > 1 } sides) return LinkWords.NotJoined;
        if (turn.Account.Platform is Person.Unvouched or Person.Guest) return LinkWords.NotVouched;
        if (Code is null) return Offer(sides, turn);
        return Offered(turn) is { } offer ? Take(offer, sides, turn, rows) : LinkWords.NoSuchCode;
    }

    private static Decision Offer(GroupSides sides, Turn turn)
    {
        var code = turn.NewToken();
        var offer = new AccountOffer(OpaqueId.Digest(code), turn.Actor, turn.Now + Good);
        var offers = sides.Offers.Where(other => other.Until > turn.Now && other.Person.Key != turn.Actor.Key)
            .TakeLast(AccountOffer.Most - 1).Append(offer);
        return BusyAnswers.Alone(
            $"To be one member here with your other account, type with that one, within the hour: /me link {code}\n"
                + "Tell it to nobody: who types it is you.",
            turn) with
        {
            Changes = [turn.Change(turn.Group with { Sides = sides with { Offers = [.. offers] } })],
        };
    }

    private static Decision Take(AccountOffer offer, GroupSides sides, Turn turn, RowSet rows)
    {
        var (account, main) = (turn.Account, offer.Person);
        if (Refuse(main, sides, turn, rows) is { } no) return Spent(no, offer, sides, turn);

        var aliases = sides.Aliases
            .Select(known => known.Person.Key == account.Key ? known with { Person = main } : known)
            .Append(new OtherAccount(account.Key, main) { Owner = account with { Name = "", Zone = null } });
        var chairs = turn.Group.Chairs.Select(chair => chair.Key == account.Key ? main : chair);
        var group = turn.Group with
        {
            Sides = sides with { Aliases = [.. aliases], Offers = sides.Offers.Remove(offer) },
            Chairs = [.. chairs.DistinctBy(chair => chair.Key)],
        };
        var polls = rows.In(PollRows.All).Select(PollRows.Read)
            .Where(poll => rows[PollRows.BallotKey(poll.Number, account)] is not null)
            .ToList();
        var scores = JoinedScorer.Begin(account, main, turn, rows);
        return scores with
        {
            Changes =
            [
                turn.Change(group),
                new RowChange.Delete(GroupRows.MemberKey(account)),
                .. scores.Changes,
                .. polls.SelectMany(poll => OneBallot(poll, account, main, rows)),
            ],
            // Of very many polls the cards of some are drawn anew with their next answer.
            Messages =
            [
                .. polls.Take((Room - (2 * polls.Count)) / sides.All.Length)
                    .Select(poll => PollCards.Changed(poll, turn)),
            ],
            Tell = $"You are {main.Name} here from now on, with either account: one ballot, one list of actions.",
        };
    }

    private static Refusal? Refuse(Person main, GroupSides sides, Turn turn, RowSet rows)
    {
        var account = turn.Account;
        if (turn.Actor.Key == main.Key) return LinkWords.SameAccount;
        if (turn.Actor.Key != account.Key) return new Refusal($"You are {turn.Actor.Name} here already.");
        if (sides.Aliases.Length >= GroupSides.MostAliases) return LinkWords.TooManyAccounts;
        var (merges, departures) = (turn.AccountMerges(), turn.Departures());
        if (departures.Of(account.Key) is not null || departures.Of(main.Key) is not null
            || JoinedScorer.IsGone(account.Key, main.Key, turn, rows)) return LinkWords.Forgotten;
        return merges.People.Length >= AccountMerges.Most || merges.IsOf(account.Key) || merges.IsOf(main.Key)
            ? LinkWords.BeingJoined
            : null;
    }

    // Typed in vain it may stand before everybody, and who types it next would be that person.
    private static Decision Spent(Refusal no, AccountOffer offer, GroupSides sides, Turn turn) => new()
    {
        Changes = [turn.Change(turn.Group with { Sides = sides with { Offers = sides.Offers.Remove(offer) } })],
        Tell = $"{no.Text} The code is used up; a new one: /me link",
        Refused = true,
    };

    // Of two ballots the one given by the account that stays counts.
    private static IEnumerable<RowChange> OneBallot(Poll poll, Person account, Person main, RowSet rows)
    {
        var given = rows[PollRows.BallotKey(poll.Number, account)]!;
        yield return new RowChange.Delete(given.RowKey, given.ETag);
        if (rows[PollRows.BallotKey(poll.Number, main)] is null)
            yield return PollRows.Cast(poll.Number, PollRows.ReadBallot(given) with { Voter = main });
    }

    private AccountOffer? Offered(Turn turn) => turn.Group.Sides?.Offers
        .FirstOrDefault(offer => Code is not null && offer.Code == OpaqueId.Digest(Code) && offer.Until > turn.Now);

    private static ParsedCommand Read(CommandInput input) => input.Text.Trim() switch
    {
        "" => new LinkAccount((string?)null),
        var code when code.Length is >= 16 and <= 64 && !code.Any(char.IsWhiteSpace) => new LinkAccount(code),
        _ => ParsedCommand.Wrong("A code is what /me link answers with your other account, one word."),
    };
}
