using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Polls.Ballots;

/// <summary>
/// Reads typed answers: to times <c>yes, if need be, no</c> in their order or <c>1 yes 3 no</c>; of choices their
/// numbers or words, in order of preference where they are ranked.
/// </summary>
internal static partial class BallotText
{
    private static readonly char[] Between = [',', ';', '>', '\n'];

    public static ReadBallot Read(Poll poll, string text) =>
        poll.Kind is PollKind.Times ? Times(poll, text) : Choices(poll, text);

    /// <summary>Whether the whole text is answers to times, and hardly talk.</summary>
    public static bool IsAnswers(string text) => Split(text).All(part => Answer(part, out _));

    private static ReadBallot Times(Poll poll, string text)
    {
        if (Numbered().Match(text) is { Success: true } numbered)
        {
            var pairs = numbered.Groups["place"].Captures.Zip(numbered.Groups["answer"].Captures);
            var given = new List<OptionAnswer>();
            foreach (var (place, said) in pairs)
            {
                if (poll.At(Place(place.Value)) is not { } option)
                    return new ReadBallot([], null, PollRefusals.NoSuchOption(poll, place.Value));
                if (Answer(said.Value, out var answer) && answer is { } told) given.Add(Of(option, told));
            }
            var named = numbered.Groups["place"].Captures.Select(place => poll.At(Place(place.Value))!.Id);
            return new ReadBallot([.. given.DistinctBy(answer => answer.Option)]) { Named = [.. named] };
        }
        var parts = Split(text);
        var answers = new List<OptionAnswer>();
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            if (!Answer(part, out var answer)) return new ReadBallot([], null, NoAnswer(part));
            if (poll.At(index + 1) is { } option && answer is { } told) answers.Add(Of(option, told));
        }
        return parts.Count == poll.Options.Length
            ? new ReadBallot([.. answers])
            : new ReadBallot([], null, NotAsMany(poll, parts.Count));
    }

    private static ReadBallot Choices(Poll poll, string text)
    {
        var whole = Option(poll, text);
        var parts = whole is not null ? [text] : Split(text);
        var chosen = new List<PollOption>();
        foreach (var part in parts)
        {
            if (Option(poll, part) is not { } option)
                return new ReadBallot([], null, PollRefusals.NoSuchOption(poll, part));
            chosen.Add(option);
        }
        if (poll.Kind is PollKind.One && chosen.DistinctBy(option => option.Id).Count() > 1)
            return new ReadBallot([], null, new Refusal($"In {poll.Name} one option is chosen, not several."));
        return new ReadBallot(
            [.. chosen.DistinctBy(option => option.Id).Select(option => Of(option, BallotAnswer.Yes))]);
    }

    // A number, the words themselves, or how only one of them begins.
    private static PollOption? Option(Poll poll, string typed)
    {
        if (CommandInput.TypedNumber(typed.Trim()) is { } place && poll.At(place) is { } numbered) return numbered;
        var same = poll.Options.FirstOrDefault(option => Phrases.SameWords(option.Text, typed));
        if (same is not null) return same;
        var begin = poll.Options
            .Where(option => option.Text.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return begin.Count == 1 && typed.Trim().Length > 0 ? begin[0] : null;
    }

    private static int Place(string typed) => CommandInput.TypedNumber(typed) ?? 0;

    private static OptionAnswer Of(PollOption option, BallotAnswer answer) => new(option.Id, answer, option.Version);

    private static List<string> Split(string text) => [.. text.Split(Between).Select(part => part.Trim())];

    private static bool Answer(string word, out BallotAnswer? answer)
    {
        (var known, answer) = word.Trim().TrimEnd('.').ToLowerInvariant() switch
        {
            "yes" or "y" or "ok" or "+1" or "+" => (true, BallotAnswer.Yes),
            "if need be" or "ifneedbe" or "if needed" or "if necessary" or "maybe" or "m" or "(yes)" =>
                (true, BallotAnswer.IfNeedBe),
            "no" or "n" or "-1" => (true, BallotAnswer.No),
            "-" or "–" or "none" or "no answer" or "?" => (true, (BallotAnswer?)null),
            _ => (false, null),
        };
        return known;
    }

    private static Refusal NoAnswer(string part) => new(
        $"\"{Phrases.Shorten(part, 40)}\" is no answer: there are yes, if need be, no, and - for none. For example: "
            + "/vote 3 yes, if need be, no");

    private static Refusal NotAsMany(Poll poll, int answers) => new(
        $"These are {Phrases.Count(answers, "answer")}, and {poll.Name} has "
            + $"{Phrases.Count(poll.Options.Length, "option")}. Answer each in order, with - for none, or name them: "
            + $"/vote {poll.Number} 1 yes");

    [GeneratedRegex(@"^\s{0,3}(?:(?<place>[0-9]{1,2})\s{0,3}[:=.)]?\s{0,3}(?<answer>if need be|yes|no|maybe|y|n|m|-)(?:\s{0,3}[,;]\s{0,3}|\s{1,3}|$)){1,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
