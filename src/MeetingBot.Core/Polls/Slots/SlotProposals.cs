using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Busy;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Polls.Slots;

/// <summary>
/// Proposes times of some days, such as of next week: at the hour at which the group has met, on its usual weekday
/// first. Nothing is open before who asked has chosen.
/// </summary>
internal static class SlotProposals
{
    private const int LooksBack = 6;
    private const int MostDays = 10;
    private static readonly LocalTime Otherwise = new(15, 0);
    private static readonly LocalTime FirstStart = new(9, 0);
    private static readonly LocalTime LastStart = new(17, 0);

    /// <summary>The meetings before, whose starts tell the usual time.</summary>
    public static Reads Reads(Turn turn)
    {
        var last = turn.CurrentMeeting().Number - 1;
        return Tables.Reads.OfKeys(
            [
                .. Enumerable.Range(0, LooksBack).Select(back => last - back).Where(number => number > 0)
                    .Select(MeetingRows.Key),
            ]);
    }

    public static Decision For(SlotPhrase days, PollDraft draft, Turn turn, RowSet rows)
    {
        var zone = turn.Group.TimeZone;
        var usual = Usual(turn, rows, zone);
        var hour = usual?.TimeOfDay ?? Otherwise;
        var (from, to) = (days.Reading.Start!.Value.InZone(zone).Date, days.Reading.End!.Value.InZone(zone).Date);
        // All read the proposal: where few have given a calendar it would tell of one.
        var busy = BusyMembers.From(rows) is { People.Length: >= BusyMembers.FewestToHide } many
            ? many
            : new BusyMembers([]);
        var free = Days(from, to)
            .Select(day => Best(day, hour, busy, zone))
            .Where(time => zone.AtLeniently(time.At).ToInstant() > turn.Now)
            .OrderBy(time => time.Busy)
            .ThenByDescending(time => time.At.DayOfWeek == usual?.DayOfWeek).ThenBy(time => time.At)
            .Take(MostDays).ToList();
        if (free.Count == 0) return PollRefusals.NoOneTime(days.Text, "I find no working day in it.");
        var known = usual is { } met
            ? $"The group has mostly met on a {met.DayOfWeek} at {Clock(hour)}."
            : $"The group has no usual time yet; I propose {Clock(hour)}.";
        if (free.Exists(time => time.At.TimeOfDay != hour))
            known += " Where the calendars that members gave me hinder it, another hour of the day stands.";
        // What suits all is chosen beforehand; who may have to be asked for less finds the rest below.
        var chosen = free.Exists(time => time.Busy == 0) ? free.FindAll(time => time.Busy == 0) : free;
        return new Decision
        {
            ShowCard = new Card(
                $"Times to propose, {Phrases.Shorten(days.Text, 60)}",
                [
                    new CardText($"{known} ({turn.Group.Zone})"),
                    new TextInput(
                        "question", "What for", Required: true, Error: "What is the meeting called?",
                        Value: draft.Question.Length > 0 ? draft.Question : "When do we meet?",
                        MaxLength: Poll.MostQuestion),
                    new ChoiceInput(
                        "options", "Times", [.. free.Select(time => Choice(time.At, turn))], Required: true,
                        Error: "Choose at least one time.",
                        Value: string.Join(',', chosen.Select(time => Written(time.At))),
                        Multiple: true),
                    new TextInput(
                        "until", "Open until", Value: draft.Until, Placeholder: "Wednesday noon", MaxLength: 80),
                ],
                [
                    turn.Conversation.Button("Open the poll", OpenPoll.Form.Words, ("kind", "times"))
                        with { SendsInputs = true, Style = ButtonStyle.Primary },
                ]),
        };
    }

    // The usual hour of the day, or the nearest within working hours at which fewer can't.
    private static (LocalDateTime At, int Busy) Best(
        LocalDate day, LocalTime hour, BusyMembers busy, DateTimeZone zone) => Around(hour)
        .Select(time => (At: day + time, Busy: Busy(day + time, busy, zone)))
        .MinBy(time => time.Busy);

    private static int Busy(LocalDateTime time, BusyMembers busy, DateTimeZone zone)
    {
        var start = zone.AtLeniently(time).ToInstant();
        return busy.CountFor(start, start + Slot.UsualLength);
    }

    private static IEnumerable<LocalTime> Around(LocalTime hour)
    {
        yield return hour;
        for (var away = 1; away <= LastStart.Hour - FirstStart.Hour; away++)
        {
            if (hour.Hour - away >= FirstStart.Hour) yield return hour.PlusHours(-away);
            if (hour.Hour + away <= LastStart.Hour && hour.PlusHours(away) <= LastStart)
                yield return hour.PlusHours(away);
        }
    }

    // The time of most of the last meetings, to the quarter of an hour; of as many of each the latest.
    private static LocalDateTime? Usual(Turn turn, RowSet rows, DateTimeZone zone) => Enumerable.Range(1, LooksBack)
        .Select(back => rows[MeetingRows.Key(turn.CurrentMeeting().Number - back)])
        .OfType<Row>()
        .Select(row => MeetingRows.Read(row).StartedAt)
        .OfType<Instant>()
        .Select(at => Rounded(at.InZone(zone).LocalDateTime))
        .GroupBy(time => (time.DayOfWeek, time.TimeOfDay))
        .OrderByDescending(same => same.Count())
        .Select(same => (LocalDateTime?)same.First()).FirstOrDefault();

    private static LocalDateTime Rounded(LocalDateTime time)
    {
        var minutes = (int)Math.Round((time.Minute + (time.Second / 60.0)) / 15) * 15;
        return (time.Date + new LocalTime(time.Hour, 0)).PlusMinutes(minutes);
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day < to && day < from.PlusDays(31); day = day.PlusDays(1))
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) yield return day;
    }

    private static Choice Choice(LocalDateTime time, Turn turn) => new(
        Written(time),
        $"{Phrases.Day(time.Date, turn.Today)} {Clock(time.TimeOfDay)}");

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Written(LocalDateTime time) =>
        time.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
