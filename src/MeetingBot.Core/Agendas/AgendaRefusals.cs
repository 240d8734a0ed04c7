using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>The "no"s of an agenda.</summary>
public static class AgendaRefusals
{
    public static Refusal NoSuchItem(int number, AgendaState agenda) => new(agenda.Items.Length == 0
        ? $"There is no item {number}: the agenda is empty. Add one: /agenda add Next steps 10m"
        : $"There is no item {number}. The agenda has {Phrases.Join([.. agenda.Items.Select(item => item.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))])}.");

    public static Refusal NoSuchPlace(Refusal unknown, ItemPlace place) => new(
        $"{unknown.Text.Split(": the agenda", 2)[0].TrimEnd('.')}. Nothing was added; without a place "
            + $"it stands last: /agenda add {Phrases.Shorten(place.Without, 80)}");

    public static Refusal NoSuchTitle(string title, AgendaState agenda) => new(agenda.Items.Length == 0
        ? $"There is no item \"{Phrases.Shorten(title, 60)}\": the agenda is empty. Add one: /agenda add Next steps 10m"
        : $"There is no item \"{Phrases.Shorten(title, 60)}\". Its number is enough, such as "
            + $"{agenda.Items[0].Number} for \"{Phrases.Shorten(agenda.Items[0].Title, 60)}\".");

    public static Refusal SeveralSuch(string title, IReadOnlyList<AgendaItem> items) => new(
        $"Several items may be meant by \"{Phrases.Shorten(title, 60)}\"; give the number: "
            + $"{Phrases.Join([.. items.Take(6).Select(item => $"{item.Number}. {Phrases.Shorten(item.Title, 60)}")])}");

    public static Refusal Full { get; } = new(
        $"The agenda has {AgendaState.MostItems} items; more do not fit. Drop one: /agenda drop 3");

    public static Refusal AlreadyThere(IReadOnlyList<AgendaItem> items) => new(ThereAs(items)
        + (items is [{ Waits: true } item] ? $" To change it: /agenda edit {item.Number} 20m" : ""));

    private static string ThereAs(IEnumerable<AgendaItem> items) =>
        $"Already there as {Phrases.Join([.. items.Select(item => item.Line)])}.";

    public static Refusal Empty { get; } = new(
        "The agenda is empty. Add an item: /agenda add Token lifetimes 15m @Luna");

    public static Refusal NothingBefore { get; } = new("There is no item to go back to.");

    public static Refusal NoCurrentItem { get; } = new(
        "No item is being discussed. Take up the next one: /agenda next");

    public static Refusal NoMoreTime(AgendaItem current, Duration more) => new(more == Duration.Zero
        ? "0 min is no length of time to add. For example: /agenda extend 5m"
        : "Less than nothing is no length of time to add. To shorten the timebox give its new length: /agenda edit "
            + $"{current.Number} 10m");

    public static Refusal TooLong(AgendaItem current, Duration box) => new(
        $"{current.Number}. {current.Title} would have {Phrases.Length(box)}; a timebox lasts at most "
            + $"{Phrases.Length(AgendaItem.MostTimebox)}. For example: /agenda extend 30m");

    public static Refusal IsCurrent(AgendaItem item) =>
        new($"Item {item.Number} is being discussed now. To leave it: /agenda next");

    public static Refusal IsPast(AgendaItem item) =>
        new(
            $"Item {item.Number} has been discussed and stays in the minutes. To take it up again: /agenda go "
                + $"{item.Number}");

    public static Refusal Stale(AgendaItem? current) => new(current is null
        ? "The card was out of date: that item is not being discussed any more. Nothing was changed."
        : $"The card was out of date: the meeting is at {current.Number}. {current.Title} by now. Nothing was changed.");
}
