using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Ends the links of guests: they lead nowhere from then on, and nobody waits for them. What they have answered stays,
/// or is taken away with it.
/// </summary>
/// <param name="Names">As typed; <c>all</c> for all.</param>
/// <param name="Remove">Their ballot is taken away too.</param>
public sealed record RevokeGuests(int? Number, string Names, bool Remove) : OnePoll(Number)
{
    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.Of(GuestRows.Of(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (Remove && (!poll.Open || poll.IsOver(turn.Now))) return GuestRefusals.Counted(poll);
        if (Remove && poll.Names is not (PollNames.Everyone or PollNames.Chair)) return GuestRefusals.WouldTell(poll);

        // A ballot may be there of whose link was ended before.
        var guests = GuestRows.In(state.Rows, poll.Number).Where(guest => guest.Stands || Remove).ToList();
        if (Meant(guests, out var unknown) is not { Count: > 0 } meant)
            return GuestRefusals.NoSuchGuest(poll, unknown, [.. guests.Select(guest => guest.Person.Name)]);
        if (meant.Count > GuestNames.Most) return GuestRefusals.TooManyToEnd(meant.Count);
        var ended = meant.Select(guest => guest.Person.Key).ToHashSet();
        var changed = poll with
        {
            Guests = poll.Guests.IsDefault ? [] : poll.Guests.RemoveAll(guest => ended.Contains(guest.Key)),
        };
        return new Decision
        {
            Changes =
            [
                .. state.Change(changed, turn),
                .. meant.Select(guest => GuestRows.Put(guest with { Token = "" }, state.Rows)),
                .. Remove ? meant.Select(guest => PollRows.Withdraw(poll.Number, guest.Person)) : [],
            ],
            // Nobody waits for them any more.
            Timers = changed is { Open: true, EndsByBallots: true } ? [PollTimers.Settle(changed, turn)] : [],
            Tell = Told(meant, poll),
            Messages = [PollCards.Changed(changed, turn)],
        };
    }

    private string Told(List<PollGuest> meant, Poll poll)
    {
        var names = Phrases.Some([.. meant.Select(guest => guest.Person.Name)], ", ", 600);
        var ended = meant.Count == 1 ? $"The link of {names} has ended" : $"The links of {names} have ended";
        return ended + (Remove
            ? ", and what was answered is taken away."
            : $". What was answered stays. A new one: /poll guests {poll.Number} {meant[0].Person.Name}");
    }

    private List<PollGuest>? Meant(List<PollGuest> guests, out string unknown)
    {
        unknown = Names;
        if (Names.Trim().Equals("all", StringComparison.OrdinalIgnoreCase)) return guests;
        var read = GuestNames.Read(Names);
        var meant = new List<PollGuest>();
        foreach (var name in read.Names)
        {
            var same = guests.FindAll(guest => Meetings.Names.Same(guest.Person.Name, name));
            if (same.Count == 0) same = guests.FindAll(guest => Meetings.Names.Means(name, guest.Person.Name));
            if (same.Count != 1)
            {
                unknown = name;
                return null;
            }
            if (!meant.Contains(same[0])) meant.Add(same[0]);
        }
        return meant;
    }
}
