using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.People;
using MeetingBot.Polls.Slots;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Opens a poll, or a show of hands in the running meeting. Anyone may.</summary>
/// <param name="Typed">All that was typed, for what is asked back; null for a form.</param>
/// <param name="Meant">What was chosen where that was doubtful, as a button carries it.</param>
/// <param name="Hands">Its result goes into the minutes of the meeting.</param>
public sealed record OpenPoll(PollText Text, string? Typed = null, bool Hands = false, string? Meant = null)
    : Command
{
    private const int MostZones = 12;
    private const int MostTyped = 4_000;

    public static CommandForm Form { get; } = new(
        "poll", "<times> | <question> | <option> …", "/poll \"TTT July\" Fri 11 July 16:00, Tue 22 July 15:00 for 1h",
        "asks the group for a time, or a question; alone it opens a form", Read)
    {
        TakesLines = true,
        Aliases = ["poll new", "new poll"],
    };

    public static CommandForm HandsForm { get; } = new(
        "hands", "<question>", "/hands Adopt version 2?", "a show of hands; its result goes into the minutes",
        ReadHands)
    {
        Aliases = ["show of hands", "poll hands"],
        Moment = Moment.InMeeting,
    };

    public override Reads Reads(Turn turn) =>
        Tables.Reads.OfKeys(PollRows.CounterKey).And(SlotProposals.Reads(turn))
        .And(Hands ? MemberState.Names(turn) : BusyMembers.Reads);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (Hands && !meeting.Running) return MeetingRefusals.NotRunningNow(meeting);
        if (turn.OpenPolls().Polls.Length >= OpenPolls.Most) return PollRefusals.TooManyOpen;
        if (Hands && OpenHands.Of(meeting.Number, turn).Count() >= OpenHands.Most) return PollRefusals.TooManyHands;
        var draft = PollDraft.Read(Text, Hands, Asked, turn);
        if (draft.Problem is { } problem) return problem;
        if (draft.Days is { } days) return SlotProposals.For(days, draft, turn, rows);
        var deadline = draft.Until is { } until ? Deadline.Read(until, turn) : null;
        if (deadline?.Problem is { } late) return late;
        var members = MemberState.From(turn, rows);
        var voters = PollVoters.Read(Text.Flags, members, turn);
        if (voters.Problem is { } unknown) return unknown;
        if (Text.Flags.QuorumNumber is not { } quorum)
            return new Refusal("A quorum is a number of ballots. For example: --quorum 5");

        var poll = new Poll(
            PollRows.NextNumber(rows), draft.Question, draft.Kind, draft.Options, turn.Actor, turn.Now,
            turn.Group.Zone, Text.Flags.Names, Text.Flags.Shown, deadline?.At, voters.Required, voters.Optional,
            quorum, voters.EndsBy(Text.Flags), draft.Options.Length + 1,
            Hands ? meeting.Number : null, Hands ? meeting.CurrentItem : null,
            Zones: ZonesOf(members, turn), RuleDecides: Text.Flags.RuleDecides)
        {
            ClosesOn = deadline?.Wall,
        };
        // Hands are of those who are there.
        var roster = Rosters.AskIfDue(!Hands && voters.Required.IsDefaultOrEmpty, turn);
        return new Decision
        {
            // Until a group has settings its zone is that of whoever speaks; a poll's times need one for all.
            Changes =
            [
                .. PollRows.Add(poll, turn, rows),
                .. !roster.Changes.IsEmpty ? roster.Changes
                    : GroupRows.ReadGroup(turn.Hot) is null ? [turn.Change(turn.Group)] : [],
            ],
            While = Hands ? turn.WhileItRuns() : null,
            Timers = PollTimers.Opening(poll, turn),
            Tell = turn.AnsweredInPlace ? $"{poll.Name} is open." : null,
            Messages = [PollCards.Posted(poll, [], turn), .. roster.Messages],
        }.Warned(SlotWarnings.OfBusy(poll.Options, rows), turn);
    }

    private TypedPoll? Asked => Typed is { } typed ? new TypedPoll(typed, MeantTime.Read(Meant ?? "")) : null;

    private static ImmutableArray<string> ZonesOf(MemberState members, Turn turn) =>
        [.. members.Members.Append(turn.Actor).Select(person => Moments.ZoneOf(person, turn.Group))
            .Where(zone => zone != turn.Group.Zone)
            .Distinct().Order(StringComparer.Ordinal).Take(MostZones)];

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return ReadCard(input);
        if (input.Text.Length == 0) return new OfferPollForm();
        if (CommandInput.TypedNumber(input.Text) is { } number) return new ShowPoll(number);
        if (input.Text.Length > MostTyped) return ParsedCommand.Wrong($"That is longer than {MostTyped} characters.");
        var text = PollText.Read(input.Text);
        // "Poll the others when they are back" between people is talk.
        return input.MayBeTalk && (Prose.GoesOn(input.Text) || !(text.IsMeant || IsPlain(input.Text)))
            ? ParsedCommand.Wrong("What is the question, and what are its options?")
            : new OpenPoll(text, input.Text);
    }

    private static ParsedCommand ReadCard(CommandInput input)
    {
        if (input.Field("typed") is { } typed)
            return new OpenPoll(PollText.Read(typed), typed, Meant: input.Field("meant"));
        if (input.Field("question") is null) return new OfferPollForm();
        return new OpenPoll(PollForm.Read(input));
    }

    // A question, or the times that are asked about.
    private static bool IsPlain(string text) =>
        text.EndsWith('?') || text.Any(char.IsAsciiDigit)
        || text.StartsWith("next ", StringComparison.OrdinalIgnoreCase);

    private static ParsedCommand ReadHands(CommandInput input)
    {
        var text = PollText.Read(input.Text);
        return input.Text.Length == 0 || (input.MayBeTalk && !(text.IsMeant || input.Text.EndsWith('?')))
            ? ParsedCommand.Wrong("What are hands to be shown for? A question.")
            : new OpenPoll(text, input.Text, Hands: true);
    }
}
