using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Forgetting;
using MeetingBot.Meetings.Presence;
using MeetingBot.Meetings.Timetables;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>The cards of the features, made by their own rules from rows in which one typed text stands everywhere.</summary>
internal static class FeatureCards
{
    private static readonly Instant Now = Instant.FromUtc(2025, 6, 27, 13, 0);
    private static readonly ConversationReference Conversation = new("teams", "t1", "19:x@thread.v2", ConversationKind.Chat);

    // What the grammar takes for a name, and the settings for the number of chairs.
    private const int LongestOwner = 125;
    private const int MostChairs = 20;

    /// <summary>What a rule accepts is bounded; the cards of a long text are as large as a person can make them.</summary>
    public static IEnumerable<(string Name, Card Card)> All(string text)
    {
        var title = Clip(text, AgendaItem.MostTitle);
        var person = new Person("teams", "t1", "29:ada", Clip(text, Person.MaxName));
        var meeting = new Meeting(2, Clip(text, Meeting.MostTitle), Now, person, CurrentItem: 1, ItemOpenedAt: Now, ItemTitle: title);
        var rows = Rows(meeting, person, title, text);
        var typed = Turn(meeting, person, rows, pressed: false);
        var pressed = Turn(meeting, person, rows, pressed: true);

        yield return ("agenda-live", Shown(new ShowAgenda(0).Decide(typed, rows)));
        yield return ("agenda-mine", Shown(new ShowAgenda(0).Decide(pressed, rows)));
        yield return ("agenda-page-2", Shown(new ShowAgenda(1).Decide(pressed, rows)));
        yield return ("agenda-next-question", Shown(new NextAgendaItem(1, false).Decide(pressed, rows)));
        yield return ("agenda-clear-question", Shown(new ClearAgenda(false).Decide(pressed, rows)));
        yield return ("agenda-offer", Shown(new OfferAgenda([.. Enumerable.Range(1, 7).Select(n => $"{n} {Clip(text, 100)} 5m")]).Decide(typed, rows)));
        yield return ("actions", Shown(new ListActions(null, 0).Decide(pressed, rows)));
        yield return ("actions-page-2", Shown(new ListActions(null, 1).Decide(pressed, rows)));
        yield return ("minutes", Shown(new ShowMinutes(null).Decide(pressed, rows)));
        yield return ("when", Shown(new ShowWhen(Clip("11 July 2025 at 16:00 CET " + text, 200)).Decide(pressed, rows)));
        yield return ("when-question", Shown(new ShowWhen(Clip("Tuesday at 4 or 5 or 6 CET " + text, 200)).Decide(pressed, rows)));
        yield return ("settings", Shown(new ShowSettings().Decide(pressed, rows)));
        var slot = new PlannedSlot(Now + Duration.FromDays(4), "Europe/Zurich", Place: Clip(text, PlannedStart.MostPlace));
        yield return ("meeting-date", Shown(PlanMeeting.On(slot, pressed, rows)));
        yield return ("calendar", Shown(new ShowCalendar(false).Decide(pressed, rows)));
        yield return ("forget-question", Shown(new ForgetGroup(false).Decide(pressed, rows)));
        yield return ("not-reached", Shown(new EndMeeting().Decide(typed, rows)));
        foreach (var poll in PollSamples.All(text, person, pressed)) yield return poll;
    }

    private static Card Shown(Decision decision) =>
        decision.ShowCard ?? decision.Messages.Select(message => message.Card).Last(card => card is not null)!;

    private static RowSet Rows(Meeting meeting, Person person, string title, string text)
    {
        var agenda = AgendaState.Of(meeting, RowSet.Empty);
        var changes = Items(person, title, text).Select(agenda.Add)
            .Concat(Lines(person, text).Select(line => MinuteRows.Add(meeting.Number, line)))
            .Concat(People(text).Select(fact => fact.ToRow(meeting.Number)))
            .Concat(ActionRows.Add([.. Actions(person, text)], RowSet.Empty));
        return new RowSet([.. changes.Select(change => new Row("p", change.RowKey, change.Payload, "1"))]);
    }

    private static IEnumerable<AgendaItem> Items(Person person, string title, string text) =>
        Enumerable.Range(1, AgendaState.MostItems).Select(number => new AgendaItem(
            number, number == 1 ? title : Clip($"{number} {text}", AgendaItem.MostTitle), number, person,
            Duration.FromMinutes(15), Clip(text, AgendaItem.MostPresenter),
            number == 1 ? AgendaItemState.Current : AgendaItemState.Open,
            OpenedAt: number == 1 ? Now : null, Rank: number == 1 ? 1 : 0));

    // Each under a topic of its own.
    private static IEnumerable<Minute> Lines(Person person, string text) =>
        Enumerable.Range(1, 30).Select(number => new Minute(
            $"id-{number:D2}", number % 2 == 1 ? MinuteKind.Topic : number % 4 == 0 ? MinuteKind.Resolution : MinuteKind.Note,
            Clip($"{number} {text}", Minute.MostText), person, Now, Clip(text, Minute.MostSpeaker), 1));

    private static IEnumerable<Attendance> People(string text) =>
        Enumerable.Range(1, 60).Select(number => new Attendance(
            Clip($"{number} {text}", Person.MaxName), number % 2 == 0 ? AttendanceKind.Present : AttendanceKind.Regrets));

    private static IEnumerable<ActionItem> Actions(Person person, string text) =>
        Enumerable.Range(1, 40).Select(number => new ActionItem(
            number, Clip(text, ActionItem.MostText),
            [.. Enumerable.Range(1, ActionItem.MostOwners).Select(owner => Clip($"{owner} {text}", LongestOwner))],
            person, Now, new LocalDate(2025, 6, 1)));

    private static Turn Turn(Meeting meeting, Person person, RowSet rows, bool pressed)
    {
        var chairs = Enumerable.Range(1, MostChairs).Select(n => person with { Id = $"29:{n}" });
        var group = new Group("Europe/Zurich", [person, .. chairs]);
        var hot = new RowSet(
            new Row("p", MeetingRows.CurrentKey, MeetingRows.Put(meeting, RowSet.Empty).Payload, "1"),
            new Row("p", GroupRows.GroupKey, GroupRows.Put(group, null).Payload, "1"));
        Incoming incoming = pressed
            ? new CardAnswer("d", Conversation, person, "agenda", ImmutableDictionary<string, string>.Empty, "m", WantsAnswer: true)
            : new IncomingMessage("d", Conversation, person, "/agenda", "m", Addressed: true, Bare: false, []);
        var options = new TurnOptions("Europe/Zurich", new Uri("https://meetings.example"));
        return new Turn(incoming, Now + Duration.FromSeconds(20), "0000-a", () => "token", hot, options);
    }

    private static string Clip(string text, int most)
    {
        var clipped = text.Length <= most ? text : text[..most];
        return clipped.Length > 0 && char.IsHighSurrogate(clipped[^1]) ? clipped[..^1] : clipped;
    }
}
