using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using NodaTime;
using Calendar = MeetingBot.Calendars.Calendar;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// Asks whether the agenda of a calendar that somebody sent or pasted is to be put on, and whether its date is the
/// meeting's. Nothing is done unasked.
/// </summary>
public sealed record OfferCalendar(Calendar Calendar) : Command
{
    private const int Room = 8_000;
    private const int MostLines = 40;
    private const int MostTold = 5;
    private const string Otherwise = "Meant as your busy times? All here can read it now; /busy shows a form that only you see.";

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (Calendar.Events.IsEmpty) return new Refusal(BusyAnswers.NoCalendar(Calendar));
        if (CalendarAgenda.Of(Calendar, turn.Now, turn.Group.TimeZone) is not { } agenda)
            return new Refusal(
                $"This calendar has {Phrases.Count(Calendar.Events.Length, "event")} that are not of one meeting, so that "
                    + "I see no agenda in it. " + Otherwise);
        var lines = Fitting(agenda.Lines);
        var items = StartTimes.Of(lines)?.Count ?? lines.Length;
        return new Decision
        {
            ShowCard = new Card(
                Title(agenda, items, lines.Length < agenda.Lines.Length), [.. Body(agenda, lines[..items], turn)],
                [.. Buttons(agenda, lines, turn)]),
        };
    }

    private static string Title(CalendarAgenda agenda, int lines, bool cut) => lines == 0
        ? $"This is one event, \"{Phrases.Shorten(agenda.Title ?? "without a title", 100)}\", without an agenda"
        : cut
            ? FormattableString.Invariant(
                $"This looks like an agenda of {agenda.Lines.Length} items: put the first {lines} on?")
            : $"This looks like an agenda of {Phrases.Count(lines, "item")}: put {(lines == 1 ? "it" : "them")} on?";

    private static IEnumerable<CardElement> Body(CalendarAgenda agenda, ImmutableArray<string> lines, Turn turn)
    {
        if (!lines.IsEmpty)
        {
            var titles = lines.Take(MostTold).Select(line => Phrases.Shorten(AgendaLines.Bare(line), 60)).ToList();
            if (lines.Length > MostTold) titles.Add(FormattableString.Invariant($"{lines.Length - MostTold} more"));
            yield return new CardText(Phrases.Join(titles));
        }
        yield return new CardText(When(agenda, turn));
        yield return new CardText(Otherwise, TextTone.Subtle);
    }

    private static string When(CalendarAgenda agenda, Turn turn)
    {
        if (agenda.WholeDay)
            return $"Its day is {Phrases.Day(agenda.Start.InZone(turn.Group.TimeZone).Date, turn.Today)}.";
        var said = Said(agenda, turn).Said(turn.Today);
        return agenda.Start <= turn.Now ? $"It was on {said}."
            : IsSet(agenda, turn) ? $"It is on {said}, as the meeting is."
            : $"It is on {said}.";
    }

    private static IEnumerable<CardButton> Buttons(CalendarAgenda agenda, ImmutableArray<string> lines, Turn turn)
    {
        var date = OfferedDate.Of(agenda, turn);
        if (!lines.IsEmpty)
            yield return turn.Conversation.Button(
                lines.Length == 1 ? "Put it on the agenda" : "Put them on the agenda", TakeCalendar.AgendaForm.Words,
                [("lines", string.Join('\n', lines)), .. date?.Fields() ?? []]) with { Style = ButtonStyle.Primary };
        if (date?.Button(turn) is { } button) yield return button;
    }

    private static bool IsSet(CalendarAgenda agenda, Turn turn) =>
        turn.CurrentMeeting().Coming(turn.Now)?.At == agenda.Start;

    private static PlannedStart Said(CalendarAgenda agenda, Turn turn)
    {
        var length = agenda.End - agenda.Start;
        return new PlannedStart(
            "", agenda.Start.InZone(turn.Group.TimeZone).LocalDateTime, turn.Group.Zone, agenda.Start,
            length > Duration.Zero ? length : null, agenda.Place);
    }

    // As many as one press can carry and put on.
    private static ImmutableArray<string> Fitting(ImmutableArray<string> lines)
    {
        var fitting = lines.Length;
        while (fitting > MostLines || CardRoom.Bytes(string.Join('\n', lines.Take(fitting))) > Room) fitting--;
        return lines[..fitting];
    }
}
