using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>What an agenda item is told to be: <c>Token lifetimes 15m @Luna</c>.</summary>
public sealed partial record AgendaItemText(string Title, Duration? Timebox, string? Presenter)
{
    /// <summary>Reads title, timebox and presenter; the last two in any order, each at most once.</summary>
    public static AgendaItemText Read(string text, IReadOnlyList<Person> mentioned)
    {
        string? presenter = null;
        Duration? timebox = null;
        var rest = Bullet().Replace(text.Trim(), "");
        for (var round = 0; round < 2; round++)
        {
            if (presenter is null) (rest, presenter) = TakePresenter(rest, mentioned);
            if (timebox is null) (rest, timebox) = Lengths.TakeLast(rest);
        }
        return new AgendaItemText(rest.Trim(), timebox, presenter);
    }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem => this switch
    {
        { Title.Length: 0 } => "An agenda item needs a title.",
        { Title.Length: > AgendaItem.MostTitle } => $"The title has {Title.Length} characters; {AgendaItem.MostTitle} fit.",
        { Presenter.Length: > AgendaItem.MostPresenter } => $"The presenter's name has {Presenter.Length} characters; {AgendaItem.MostPresenter} fit.",
        { Timebox: { } box } when box < AgendaItem.LeastTimebox || box > AgendaItem.MostTimebox =>
            $"A timebox lasts from {Phrases.Length(AgendaItem.LeastTimebox)} to {Phrases.Length(AgendaItem.MostTimebox)}, not {Phrases.Length(box)}.",
        _ => null,
    };

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
    [GeneratedRegex(@"^(?:[-*•–]\s+|\d{1,2}[.)]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
