using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Polls.Slots;

namespace MeetingBot.Polls;

/// <summary>
/// Changes of an open poll's options. Ballots stay as they are: an answer to an option that has changed no longer
/// counts, and only who gave it is asked again.
/// </summary>
internal static partial class OptionChanges
{
    /// <summary>Why the options can't be changed by this person now; null where they can.</summary>
    public static Refusal? Hindrance(Poll poll, Turn turn) =>
        !turn.MayRun(poll) ? PollRefusals.RunnersOnly(poll, turn)
        : !poll.Open || poll.IsOver(turn.Now) ? PollRefusals.NotOpen(poll, turn)
        : null;

    /// <summary>The poll with its new options, told to all; who answered the given one is asked again.</summary>
    /// <param name="state">With the rows of <see cref="BusyMembers"/>.</param>
    public static Decision Done(PollState state, Poll changed, PollOption? was, string tell, Turn turn)
    {
        var asked = was is null
            ? []
            : state.Ballots.Where(ballot => ballot.To(was) is not null).Select(ballot => ballot.Voter).ToList();
        // Who is asked again has answered that very option: where that is hidden, not even whether there is anybody.
        var again = was is null ? ""
            : !PollSight.OfAll(changed).Names ? " Who has answered it is asked again."
            : asked.Count > 0 ? $" To answer again: {Phrases.Some([.. asked.Select(PollCards.Short)], ", ", 300)}."
            : "";
        if (!PollSight.OfAll(changed).Names && changed.EndsByBallots && Touches(state.Poll, changed))
        {
            // When it would end by itself tells whether who has answered is asked again, and so what they answered.
            changed = changed with { Ends = PollEnds.ByHand };
            again += " It is closed by hand from now on.";
        }
        if (IsRenumbered(state.Poll.Options, changed.Options))
            tell += " The options are numbered anew, in order of time.";
        return new Decision
        {
            // A ballot that is under way was decided over the options of before: without the door it is decided anew.
            Changes = [.. state.Change(changed, turn), .. Standing.Close(PollRows.Door(changed.Number), state.Rows)],
            Timers =
            [
                .. asked.Count == 0 ? [] : ImmutableArray.Create(PollTimers.AskAgain(changed.Number, "", turn)),
                .. changed.EndsByBallots ? [PollTimers.Settle(changed, turn)] : ImmutableArray<TimerEntry>.Empty,
            ],
            Tell = turn.AnsweredInPlace ? tell + again : null,
            Messages = [turn.Say(tell + again), PollCards.Changed(changed, turn)],
        }.Warned(SlotWarnings.OfBusy(changed.Options.Except(state.Poll.Options), state.Rows), turn);
    }

    private static bool Touches(Poll poll, Poll changed) =>
        poll.Options.Any(option => changed[option.Id]?.Version != option.Version);

    /// <summary>The options that a text makes for the poll: times by its clock, or one answer.</summary>
    public static (ImmutableArray<PollOption> Options, Decision? Problem) Read(Poll poll, string text, Turn turn)
    {
        if (poll.Kind is PollKind.Times)
            return SlotPhrases.Read(text, turn, Times.ZoneRules.Of(poll.Zone)) is { } times
                ? PollDraft.Slots(times, poll.NextOption, null, poll.Zone, turn)
                : ([], PollRefusals.NoOneTime(text, Times.TimeWords.Say(Times.TimeReason.NoTime)));
        var words = Phrases.Words(text);
        return words.Length is 0 or > PollOption.MostText
            ? ([], new Refusal($"An option has 1 to {PollOption.MostText} characters, not {words.Length}."))
            : ([new PollOption(poll.NextOption, words)], null);
    }

    /// <summary>Times in their order, each with its id; other options as they stand.</summary>
    public static ImmutableArray<PollOption> Sorted(ImmutableArray<PollOption> options) =>
        options.All(option => option.Slot is not null)
            ? [.. options.OrderBy(option => option.Slot!.Start).ThenBy(option => option.Id)]
            : options;

    /// <summary>
    /// Whether an option stands elsewhere now; that those behind one that is taken out move up, everybody sees.
    /// </summary>
    public static bool IsRenumbered(ImmutableArray<PollOption> before, ImmutableArray<PollOption> after)
    {
        if (after.Length < before.Length) return false;
        var places = after.Select((option, place) => (option.Id, place)).ToDictionary(one => one.Id, one => one.place);
        return before.Where((option, place) => places.GetValueOrDefault(option.Id, place) != place).Any();
    }

    /// <summary>Whether it says the same as another.</summary>
    public static bool Same(PollOption one, PollOption other) => one.Slot is { } slot && other.Slot is { } known
        ? slot.Start == known.Start && slot.Length == known.Length
        : Phrases.SameWords(one.Text, other.Text);

    /// <summary>Takes <c>option 2 to</c> off the text; null where it begins otherwise.</summary>
    public static (int Place, string After)? Place(string text) => Named().Match(text) is { Success: true } named
        ? (int.Parse(named.Groups[1].ValueSpan, CultureInfo.InvariantCulture), named.Groups[2].Value)
        : null;

    [GeneratedRegex(@"^(?:option\s+)?#?([0-9]{1,2})(?:\s*(?:to|into|:|=|->|→)\s*|\s+|$)(.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Named();
}
