using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>
/// What an agenda item is told to be: <c>Token lifetimes 15m @Luna</c>, <c>15:50-16:30 Token lifetimes</c>.
/// </summary>
public sealed record AgendaItemText(string Title, Duration? Timebox, string? Presenter)
{
    private static readonly string Fits =
        $"A timebox lasts from {Phrases.Length(AgendaItem.LeastTimebox)} to {Phrases.Length(AgendaItem.MostTimebox)}, "
            + "not ";

    /// <summary>What stands where the timebox would and can be none, as typed: <c>0m</c>, <c>-5m</c>.</summary>
    public string? NoTimebox { get; init; }

    /// <summary>Where it goes; null for last.</summary>
    public ItemPlace? Place { get; init; }

    /// <summary>The same when what reads as a place belongs to the title.</summary>
    private AgendaItemText? Unplaced { get; init; }

    /// <summary>Reads a new item, which may tell where it goes: <c>Insurance 5m before 4</c>.</summary>
    public static AgendaItemText ReadPlaced(string text, IReadOnlyList<Person> mentioned) =>
        ItemPlace.Read(text) is { } place
            ? Read(place.Without, mentioned) with
            {
                Place = place,
                Unplaced = place.Sure ? null : Read(text, mentioned),
            }
            : Read(text, mentioned);

    /// <summary>As it is meant on this agenda: "before 2020" is no place where there is no item 2020.</summary>
    public AgendaItemText In(AgendaState agenda) =>
        Unplaced is { } title && Place?.Beside?.Find(agenda) is { Item: null } ? title : this;

    /// <summary>
    /// Reads title, timebox and presenter; the last two before or behind the title, in any order, each at most once.
    /// Times of day give the timebox unless a length does, and are no part of the title.
    /// </summary>
    /// <param name="titled">There has to be a title; an item that is edited may keep its own.</param>
    public static AgendaItemText Read(string text, IReadOnlyList<Person> mentioned, bool titled = true)
    {
        string? presenter = null;
        Duration? timebox = null;
        Duration? range = null;
        var rest = AgendaLines.Bare(text);
        for (var round = 0; round < 3; round++)
        {
            if (presenter is null) (rest, presenter) = Presenters.TakeLast(rest, mentioned, titled);
            if (presenter is null && ItemDetails.Last(rest) is { } details
                && (timebox is null || details.Length is null))
                (rest, timebox, presenter) = (details.Text, timebox ?? details.Length, details.Presenter);
            if (range is null) (rest, range) = ClockRanges.Take(rest);
            if (timebox is null) (rest, timebox) = Lengths.TakeLast(rest);
        }
        for (var round = 0; round < 2; round++)
        {
            if (presenter is null) (rest, presenter) = Presenters.TakeFirst(rest, mentioned);
            if (timebox is null && range is null) (rest, timebox) = Lengths.TakeFirst(rest);
        }
        return new AgendaItemText(rest.Trim(), timebox ?? range, presenter)
        {
            NoTimebox = timebox is null ? Lengths.NoneLast(rest) : null,
        };
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
}
