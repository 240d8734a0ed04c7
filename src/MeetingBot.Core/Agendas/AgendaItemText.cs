using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>
/// What an agenda item is told to be: <c>Token lifetimes 15m @Luna</c>, <c>15:50-16:30 Token lifetimes</c>.
/// </summary>
public sealed partial record AgendaItemText(string Title, Duration? Timebox, string? Presenter)
{
    private static readonly string Fits =
        $"A timebox lasts from {Phrases.Length(AgendaItem.LeastTimebox)} to {Phrases.Length(AgendaItem.MostTimebox)}, "
            + "not ";

    /// <summary>What stands where the timebox would and can be none, as typed: <c>0m</c>, <c>-5m</c>.</summary>
    public string? NoTimebox { get; init; }

    /// <summary>
    /// Reads title, timebox and presenter; the last two in any order, each at most once. Times of day give the timebox
    /// unless a length does, and are no part of the title.
    /// </summary>
    public static AgendaItemText Read(string text, IReadOnlyList<Person> mentioned)
    {
        string? presenter = null;
        Duration? timebox = null;
        Duration? range = null;
        var rest = Bullet().Replace(text.Trim(), "");
        for (var round = 0; round < 2; round++)
        {
            if (presenter is null) (rest, presenter) = TakePresenter(rest, mentioned);
            if (range is null) (rest, range) = ClockRanges.Take(rest);
            if (timebox is null) (rest, timebox) = Lengths.TakeLast(rest);
        }
        return new AgendaItemText(rest.Trim(), timebox ?? range, presenter) { NoTimebox = timebox is null ? Lengths.NoneLast(rest) : null };
    }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem => this switch
    {
        { NoTimebox: { } typed } => $"{Fits}{typed}.",
        { Title.Length: 0 } => "An agenda item needs a title.",
        { Title.Length: > AgendaItem.MostTitle } =>
            $"The title has {Title.Length} characters; {AgendaItem.MostTitle} fit.",
        { Presenter.Length: > AgendaItem.MostPresenter } =>
            $"The presenter's name has {Presenter.Length} characters; {AgendaItem.MostPresenter} fit.",
        { Timebox: { } box } when box < AgendaItem.LeastTimebox || box > AgendaItem.MostTimebox =>
            $"{Fits}{Phrases.Length(box)}.",
        _ => null,
    };

    /// <summary>
    /// The lines that tell an item each. Times of day alone on a line, as in an agenda that was copied from a page,
    /// belong to the title below them.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        var times = "";
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = Bullet().Replace(line, "");
            var alone = ClockRanges.Take(bare) is { Text.Length: 0, Length: not null };
            if (times.Length > 0) lines.Add(alone ? times : $"{times} {bare}");
            else if (!alone) lines.Add(line);
            times = alone ? bare : "";
        }
        if (times.Length > 0) lines.Add(times);
        return lines;
    }

    private static (string Text, string? Presenter) TakePresenter(string text, IReadOnlyList<Person> mentioned)
    {
        foreach (var person in mentioned)
            if (text.EndsWith("@" + person.Name, StringComparison.OrdinalIgnoreCase))
                return (text[..^(person.Name.Length + 1)].TrimEnd(), person.Name);
        var match = LastAt().Match(text);
        return match.Success ? (text[..match.Index].TrimEnd(), match.Groups[1].Value) : (text, null);
    }

    [GeneratedRegex(@"(?<=^|\s)@([^\s@]{1,100})$", RegexOptions.CultureInvariant)]
    private static partial Regex LastAt();

    // A pasted list keeps its bullets and numbers; they are not part of the titles.
    [GeneratedRegex(@"^(?:[-*•–]\s+|[0-9]{1,2}[.)]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
