using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;

namespace MeetingBot.Polls.Ballots;

/// <summary>Answers as they came: taken from a card's inputs or from words, or why they can't be.</summary>
internal readonly record struct ReadBallot(
    ImmutableArray<OptionAnswer> Answers, string? Comment = null, Refusal? Problem = null)
{
    /// <summary>Ids of the options that were named, where nothing was said of the others; default for all.</summary>
    public ImmutableArray<int> Named { get; init; }
}

/// <summary>Reads the inputs of a poll's card. What an input may not hold is no answer.</summary>
internal static class BallotFields
{
    public static ReadBallot Read(Poll poll, ImmutableDictionary<string, string> fields)
    {
        var seen = Seen(fields.GetValueOrDefault("seen") ?? "");
        var answers = poll.Kind switch
        {
            PollKind.Times => Times(poll, fields),
            PollKind.Ranked => Ranked(poll, fields),
            PollKind.Multiple => Chosen(poll, fields).Take(poll.Options.Length),
            _ => Chosen(poll, fields).Take(1),
        };
        var comment = Phrases.Words(fields.GetValueOrDefault("comment") ?? "");
        // An option that has changed since the card was drawn was not answered as it is now.
        return new ReadBallot(
            [
                .. answers.Select(answer => answer with
                {
                    // Nobody has seen what is still to come.
                    Version = Math.Min(
                        seen.GetValueOrDefault(answer.Option, int.MaxValue), poll[answer.Option]!.Version),
                }),
            ],
            comment.Length == 0 ? null : Phrases.Shorten(comment, Ballot.MostComment));
    }

    private static IEnumerable<OptionAnswer> Times(Poll poll, ImmutableDictionary<string, string> fields)
    {
        foreach (var option in poll.Options)
        {
            BallotAnswer? answer = fields.GetValueOrDefault(BallotInputs.Field(option)) switch
            {
                "yes" => BallotAnswer.Yes,
                "maybe" => BallotAnswer.IfNeedBe,
                "no" => BallotAnswer.No,
                _ => null,
            };
            if (answer is { } given) yield return new OptionAnswer(option.Id, given);
        }
    }

    private static IEnumerable<OptionAnswer> Ranked(Poll poll, ImmutableDictionary<string, string> fields) =>
        Enumerable.Range(0, Poll.MostRanked)
            .Select(rank => Option(poll, fields.GetValueOrDefault(BallotInputs.RankField(rank))))
            .OfType<PollOption>().DistinctBy(option => option.Id)
            .Select(option => new OptionAnswer(option.Id, BallotAnswer.Yes));

    private static IEnumerable<OptionAnswer> Chosen(Poll poll, ImmutableDictionary<string, string> fields) =>
        (fields.GetValueOrDefault("choice") ?? "").Split(',', Poll.MostOptions + 1)
            .Select(id => Option(poll, id)).OfType<PollOption>().DistinctBy(option => option.Id)
            .Select(option => new OptionAnswer(option.Id, BallotAnswer.Yes));

    private static PollOption? Option(Poll poll, string? id) => Number(id) is { } known ? poll[known] : null;

    private static Dictionary<int, int> Seen(string told)
    {
        var versions = new Dictionary<int, int>();
        foreach (var pair in told.Split(' ', Poll.MostOptions + 1, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('.');
            if (parts.Length == 2 && Number(parts[0]) is { } option && Number(parts[1]) is { } version)
                versions[option] = version;
        }
        return versions;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
