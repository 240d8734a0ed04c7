using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Guests;

/// <summary>
/// Gives guests without an account a link each, by which they answer the poll: told to the one who asks alone, to be
/// sent on. Who is invited again has the same link.
/// </summary>
/// <param name="Names">As typed.</param>
public sealed record InviteGuests(int? Number, string Names) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll guests", "[number] [names | revoke <names>]", PollGuests.Example,
        "gives guests without an account a link to answer; alone it lists them", Read)
    {
        Aliases = ["poll guest", "poll invite"],
        TakesLines = true,
        IsThere = options => options.PublicUrl is not null,
    };

    protected override Reads Beside(int poll, Turn turn) =>
        Tables.Reads.Of(PollGuests.Of(poll).Range, GroupRows.Members);

    public override Decision Decide(PollState state, Turn turn)
    {
        var (poll, words) = (state.Poll, PollGuests.Words(state.Poll));
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (!poll.Open || poll.IsOver(turn.Now)) return PollRefusals.NotOpen(poll, turn);
        if (turn.Options.PublicUrl is null) return GuestRefusals.NoPublicAddress;
        var read = GuestNames.Read(Names, words.Example);
        if (read.Problem is { } problem) return problem;
        if (GuestInvitation.Member(read.Names, MemberState.From(turn, state.Rows), turn) is { } there)
            return GuestRefusals.IsMember(there, words);

        var book = PollGuests.Of(poll.Number);
        var known = book.In(state.Rows).ToList();
        var invited = GuestInvitation.Of(read.Names, known, [], turn);
        var before = poll.Guests.IsDefault ? [] : poll.Guests;
        if (invited.IsTooMany(before.Length, known)) return GuestRefusals.TooMany(words);
        var told = invited.Told(book, words, turn);
        if (invited.Fresh.IsEmpty) return told;
        var changed = poll with { Guests = [.. before, .. invited.Fresh.Select(guest => guest.Person)] };
        return told with
        {
            Changes = [.. state.Change(changed, turn), .. invited.Fresh.Select(guest => book.Put(guest, state.Rows))],
            Links = [.. invited.Fresh.Select(guest => book.Link(guest, turn))],
            Messages = [.. told.Messages, PollCards.Changed(changed, turn)],
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new ListGuests(input.NumberField("poll"));
        var (number, rest) = PollNumber.Take(input.Text);
        if (GuestChoice.Ending(rest) is var (verb, ended))
        {
            var (behind, names) = PollNumber.Take(ended);
            return names.Length == 0
                ? ParsedCommand.Wrong($"Whose link is to end? For example: /poll guests {number ?? 3} revoke Anna Berg")
                : new RevokeGuests(number ?? behind, names, verb == "remove");
        }
        if (rest.Length == 0) return new ListGuests(number);
        // "Poll guests are welcome" between people is talk.
        return input.MayBeTalk && number is null && !GuestNames.AreWritten(rest)
            ? ParsedCommand.Wrong("Who is to answer? Names, with commas between them.")
            : new InviteGuests(number, rest);
    }
}
