using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Polls.Slots;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>What a poll is to be, read from what was typed; or what stands in its way.</summary>
/// <param name="Until">Its deadline as typed.</param>
/// <param name="Problem">A refusal, or a question back; null when it can be opened.</param>
internal sealed record PollDraft(
    PollKind Kind, string Question, ImmutableArray<PollOption> Options, string? Until, Decision? Problem = null)
{
    /// <summary>Days of which times are to be proposed, instead of options.</summary>
    public SlotPhrase? Days { get; init; }

    private static readonly ImmutableArray<string> YesOrNo = ["Yes", "No"];
    private static readonly ImmutableArray<string> Hands = ["For", "Against", "Abstain"];

    /// <param name="typed">All that was typed, for what is asked back; null for a form.</param>
    public static PollDraft Read(PollText text, bool hands, TypedPoll? typed, Turn turn)
    {
        if (text.Options.Length > 0)
        {
            var areTimes = text.Flags.Kind is PollKind.Times
                || (text.Flags.Kind is null && !hands && AreTimes(text.Options, turn));
            return areTimes
                ? Times(text.Question, SlotPhrases.Of(text.Options, turn), text.Until, typed, turn)
                : Choices(text, text.Question ?? "", text.Options, text.Until);
        }
        if (hands) return Choices(text, text.Question ?? text.Body ?? "", Hands, null);
        if (text is { Question: { } asked, Body: null }) return Choices(text, asked, YesOrNo, text.Until);
        var body = text.Body ?? "";
        if (text.Question is null && PollText.Headed(body) is var (head, rest)
            && !SlotPhrase.Read(head.TrimEnd('?'), turn).MayBeOne && SlotPhrases.ReadAlone(rest, turn) is { } headed)
            return Times(head, headed, text.Until ?? headed.Until, typed, turn);
        if ((text.Question is not null || SlotPhrases.Begins(body, turn)) && SlotPhrases.Read(body, turn) is { } times)
            return Times(text.Question, times, text.Until ?? times.Until, typed, turn);
        return text.Question is null && PollText.AsQuestion(body) is var (question, until)
            ? Choices(text, question, YesOrNo, until ?? text.Until)
            : No(new Refusal("I see neither a question nor times in that. For example: /poll Focus on tokens first? | "
                + "everything | tokens | decide later"));
    }

    /// <summary>The options that times make, numbered from the given one; or what is asked back, or refused.</summary>
    /// <param name="zone">IANA zone in which they are written.</param>
    public static (ImmutableArray<PollOption> Options, Decision? Problem) Slots(
        SlotPhrases times, int from, TypedPoll? typed, string zone, Turn turn)
    {
        if (typed is not null) times = times.With(typed.Meant);
        if (times.Times.FirstOrDefault(time => time.IsDays) is { } days)
            return ([], PollRefusals.NoOneTime(days.Text, "That is several days."));
        if (times.Times.FirstOrDefault(time => !time.IsSettled) is { } open)
            return ([], SlotQuestion.About(open, typed, turn));
        var slots = times.Times.Select(time => time.ToSlot(times.Length, turn))
            .DistinctBy(slot => (slot.Start, slot.Length))
            .ToList();
        if (slots.FirstOrDefault(slot => slot.Length <= Duration.Zero || slot.Length > Slot.MostLength) is { } odd)
            return ([], PollRefusals.NoOneTime(odd.Written, "A meeting lasts up to a day."));
        return (OptionChanges.Sorted([.. slots.Select((slot, index) => new PollOption(
            from + index, SlotWords.In(slot, zone, turn.Now), Slot: slot))]), null);
    }

    private static PollDraft Times(string? question, SlotPhrases times, string? until, TypedPoll? typed, Turn turn)
    {
        if (times.Times is [{ IsDays: true } days] && typed is not null)
            return new PollDraft(PollKind.Times, question ?? "", [], until) { Days = days };
        var (options, problem) = Slots(times, 1, typed, turn.Group.Zone, turn);
        if (problem is not null) return No(problem);
        if (options.Length > Poll.MostOptions)
            return No(new Refusal($"A poll has up to {Poll.MostOptions} times, not {options.Length}."));
        var coming = turn.CurrentMeeting() is { Running: false, Title: { } title } ? title : "When do we meet?";
        var asked = Phrases.Words(question ?? coming);
        return asked.Length > Poll.MostQuestion
            ? No(new Refusal($"The question has {asked.Length} characters; {Poll.MostQuestion} fit."))
            : new PollDraft(PollKind.Times, asked.Length == 0 ? coming : asked, options, until);
    }

    // How often to meet is a question: "weekly" and "every second Tuesday" are no times to choose between.
    private static bool AreTimes(ImmutableArray<string> options, Turn turn)
    {
        if (!options.All(option => SlotPhrases.Begins(option, turn))) return false;
        var read = options.Select(option => SlotPhrase.Read(option, turn)).ToList();
        return read.TrueForAll(time => !time.IsNone)
            && !read.TrueForAll(time => time.Reading.Reason is TimeReason.Recurring);
    }

    private static PollDraft Choices(PollText text, string question, ImmutableArray<string> options, string? until)
    {
        var asked = Phrases.Words(question);
        if (text.Flags.Kind is PollKind.Ranked && options.Length > Poll.MostRanked)
            return No(PollRefusals.TooManyRanked(options.Length));
        if (Hindrance(asked, options) is { } problem) return No(problem);
        return new PollDraft(
            text.Flags.Kind ?? PollKind.One, asked,
            [.. options.Select((option, index) => new PollOption(index + 1, option))], until);
    }

    private static Refusal? Hindrance(string question, ImmutableArray<string> options) => question.Length switch
    {
        0 => new Refusal("A poll needs a question. For example: /poll Focus on tokens first? | everything | tokens"),
        > Poll.MostQuestion =>
            new Refusal($"The question has {question.Length} characters; {Poll.MostQuestion} fit."),
        _ => OptionsProblem(options),
    };

    private static Refusal? OptionsProblem(ImmutableArray<string> options)
    {
        if (options.Length is < 2 or > Poll.MostOptions)
            return new Refusal($"A poll has 2 to {Poll.MostOptions} options, not {options.Length}.");
        if (options.FirstOrDefault(option => option.Length > PollOption.MostText) is { } tooLong)
            return new Refusal($"An option has {tooLong.Length} characters; {PollOption.MostText} fit.");
        var twice = options.GroupBy(option => option, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? null
            : new Refusal($"\"{Phrases.Shorten(twice.Key, 60)}\" is there twice: each option stands once.");
    }

    private static PollDraft No(Decision problem) => new(PollKind.One, "", [], null, problem);
}
