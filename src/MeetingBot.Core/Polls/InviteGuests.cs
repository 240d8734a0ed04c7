using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Gives guests without an account a link each, by which they answer the poll: told to the one who asks alone, to be
/// sent on. Who is invited again has the same link.
/// </summary>
/// <param name="Names">As typed.</param>
public sealed partial record InviteGuests(int? Number, string Names) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll guests", "[number] [names | revoke <names>]", "/poll guests 3 Anna Berg, Ben Ito",
        "gives guests without an account a link to answer; alone it lists them", Read)
    {
        Aliases = ["poll guest", "poll invite"],
        TakesLines = true,
        IsThere = options => options.PublicUrl is not null,
    };

    protected override Reads Beside(int poll, Turn turn) =>
        Tables.Reads.Of(GuestRows.Of(poll), GroupRows.Members);

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (!poll.Open || poll.IsOver(turn.Now)) return PollRefusals.NotOpen(poll, turn);
        if (turn.Options.PublicUrl is null) return GuestRefusals.NoPublicAddress;
        var read = GuestNames.Read(Names);
        if (read.Problem is { } problem) return problem;
        if (Members(state, turn).FirstOrDefault(member => Has(read.Names, member.Name)) is { } there)
            return GuestRefusals.IsMember(there, poll);

        var known = GuestRows.In(state.Rows, poll.Number).ToList();
        var guests = read.Names.Select((name, index) => Guest(name, index, known, poll, turn)).ToList();
        var fresh = guests.Except(known).ToList();
        var invited = poll.Guests.IsDefault ? [] : poll.Guests;
        var people = known.Concat(fresh).DistinctBy(guest => guest.Person.Key).Count();
        if (invited.Length + fresh.Count > PollGuest.Most || people > PollGuest.MostEver)
            return GuestRefusals.TooMany(poll);
        var told = Told(poll, guests, guests.Count - fresh.Count, turn);
        if (fresh.Count == 0) return told;
        var changed = poll with { Guests = [.. invited, .. fresh.Select(guest => guest.Person)] };
        return told with
        {
            Changes = [.. state.Change(changed, turn), .. fresh.Select(guest => GuestRows.Put(guest, state.Rows))],
            Links = [.. fresh.Select(guest => guest.ToLink(turn))],
            Messages = [.. told.Messages, PollCards.Changed(changed, turn)],
        };
    }

    private static IEnumerable<Person> Members(PollState state, Turn turn) =>
        MemberState.From(turn, state.Rows).Members.Append(turn.Actor)
            .Concat(turn.Incoming is IncomingMessage message ? message.Mentioned : []);

    private static bool Has(ImmutableArray<string> names, string name) =>
        names.Any(typed => Meetings.Names.Same(typed, name));

    // Whoever was a guest of this poll stays the same person: a second one would have a second ballot.
    private static PollGuest Guest(string name, int index, List<PollGuest> known, Poll poll, Turn turn)
    {
        var before = known.Find(guest => Meetings.Names.Same(guest.Person.Name, name));
        if (before is { Stands: true }) return before;
        var person = before?.Person ?? new Person(Person.Guest, "", $"{turn.Id}-{index:D2}", name);
        return new PollGuest(poll.Number, person, turn.NewToken(), turn.Conversation);
    }

    // Whoever has a link answers in the guest's name: it is told to nobody else.
    private static Decision Told(Poll poll, List<PollGuest> guests, int again, Turn turn)
    {
        var each = guests.Count == 1
            ? $"The link to answer {poll.Name}"
            : $"Links to answer {poll.Name}, one for each guest";
        var links = guests.Select(guest => $"{guest.Person.Name}: {guest.Address(turn.Options)!.AbsoluteUri}");
        var same = again == 0 ? ""
            : again == guests.Count ? " As before."
            : " Who was invited before has the same link.";
        var text = $"{each}: whoever has it answers in their name, so send it to them alone.{same}\n"
            + $"{string.Join('\n', links)}\n"
            + $"To end one: /poll guests {poll.Number} revoke {guests[0].Person.Name}";
        if (turn.Conversation.Kind is ConversationKind.Personal) return Decision.Says(text);
        var names = Phrases.Some([.. guests.Select(guest => guest.Person.Name)], ", ", 600);
        return new Decision
        {
            Tell = $"I have sent you the {(guests.Count == 1 ? "link" : "links")} for {names}, for you alone.{same}",
            Messages = [turn.Say(text) with { Recipient = turn.Actor }],
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new ListGuests(input.NumberField("poll"));
        var (number, rest) = PollNumber.Take(input.Text);
        if (Ending().Match(rest) is { Success: true } ending)
        {
            var (behind, names) = PollNumber.Take(ending.Groups["rest"].Value);
            var removes = ending.Groups["verb"].Value.Equals("remove", StringComparison.OrdinalIgnoreCase);
            return names.Length == 0
                ? ParsedCommand.Wrong($"Whose link is to end? For example: /poll guests {number ?? 3} revoke Anna Berg")
                : new RevokeGuests(number ?? behind, names, removes);
        }
        if (rest.Length == 0) return new ListGuests(number);
        // "Poll guests are welcome" between people is talk.
        return input.MayBeTalk && number is null && !GuestNames.AreWritten(rest)
            ? ParsedCommand.Wrong("Who is to answer? Names, with commas between them.")
            : new InviteGuests(number, rest);
    }

    [GeneratedRegex(
        @"^(?<verb>revoke|remove)(?:\s+(?<rest>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Ending();
}
