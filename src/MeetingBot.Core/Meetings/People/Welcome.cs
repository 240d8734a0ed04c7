using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Risks;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Says hello where the bot was added, and learns who is there. Who was not known before is asked in what is open: a
/// round sends them their card, a poll's card names them among those who have not answered.
/// </summary>
public sealed record Welcome(bool BotAdded, ImmutableArray<Person> People) : Command
{
    // A turn of a crowd has room for so many beside its people.
    private const int MostPolls = 5;

    private const string Hello =
        "Hello, I help this group to hold its meetings: agenda, minutes, resolutions and actions.\n"
        + "Begin with /agenda add Token lifetimes 15m, and then /meeting start; /help says what you can do at any "
            + "moment.";

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(
    [
        .. Members(turn).Select(GroupRows.MemberKey),
        .. OpenPolls(turn).Select(poll => PollRows.Key(poll.Number)),
    ]);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (IsStale(turn)) return Decision.Nothing;
        var members = Members(turn).ToList();
        var late = members.Where(person => rows[GroupRows.MemberKey(person)] is null).ToList();
        return new Decision
        {
            Marks = [.. members.Select(person => Known(person, rows)).OfType<RowChange.Upsert>()],
            Messages =
            [
                .. BotAdded ? [turn.Say(Hello), .. Rosters.Ask(turn)] : (Outgoing[])[],
                .. late.Count == 0 ? [] : OpenPolls(turn)
                    .Select(poll => rows[PollRows.Key(poll.Number)]).OfType<Row>()
                    .Select(row => PollCards.Changed(PollRows.Read(row), turn)),
            ],
            Timers = turn.OpenRounds().Rounds.IsEmpty
                ? []
                : [.. late.Select(person => RiskTimers.AskLate(person.Key, turn))],
        };
    }

    // Asked before the group was forgotten, or before the conversation left it.
    private static bool IsStale(Turn turn) => turn.Incoming is MembersAdded { AskedIn: { } epoch }
        && (epoch != turn.Group.Epoch || (turn.Group.Sides is { } sides && sides.Find(turn.Conversation) is null));

    // Another account of a member makes no second one.
    private IEnumerable<Person> Members(Turn turn) => People.Where(person =>
        GroupRows.IsMember(person, turn.Conversation)
        && turn.Group.Sides?.Aliases.Any(alias => alias.Account == person.Key) is not true);

    private static IEnumerable<OpenQuestion> OpenPolls(Turn turn) => turn.OpenPolls().Polls.TakeLast(MostPolls);

    // A list of members tells names and no zone, which was told with what they said.
    private static RowChange.Upsert? Known(Person person, RowSet rows)
    {
        if (rows[GroupRows.MemberKey(person)] is not { } row) return GroupRows.Member(person);
        var known = GroupRows.ReadMember(row);
        var newest = known with { Name = person.Name, Zone = person.Zone ?? known.Zone };
        return newest == known ? null : GroupRows.Member(newest);
    }
}
