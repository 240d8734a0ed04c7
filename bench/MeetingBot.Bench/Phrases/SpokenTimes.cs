namespace MeetingBot.Bench.Phrases;

/// <summary>
/// What people say about time, of every kind: days, clocks, zones, spans, lengths, deadlines, what is asked back and
/// what is no time.
/// </summary>
internal static class SpokenTimes
{
    public static IReadOnlyList<string> English { get; } =
    [
        "Friday 11th at 16:00 CET", "Tuesday 15 July 11:00 CEST", "July 15 at 10am", "15th of July 10:00", "Wed 9 July, 3pm CET",
        "2026-12-01T14:00Z", "2026-12-01 14:00", "tomorrow at noon", "today at 5", "next Tuesday", "Tuesday next week at 2pm", "this Friday",
        "in two weeks", "in 90 minutes", "in three working days", "the day after tomorrow at half past nine", "16-27 July", "July 14 to 18",
        "16:00-17:30 on Friday", "between 2 and 4pm on 8 December", "from 9am to 11am tomorrow", "before Christmas", "by Wednesday noon",
        "end of next week", "early December", "mid January", "Q1 2027", "the week of 7 December", "first Monday in January at 10:00",
        "last Friday of the month", "09/12/2026 15:00", "11/12 at 4", "Monday at 4", "10:00 GMT on Tuesday 8 December", "10:00 Geneva time tomorrow",
        "Thursday at 02:30", "Friday 13:00 IST", "8 December 10:00 for 1h", "noon", "midnight on Friday", "tonight at 8", "Feb 30 at 10:00",
        "yesterday", "same time next week", "whenever you like", "room 513/1-027", "Friday 12th", "10 or 11 December at 9:30", "1600 on Friday",
        "Tue, Dec 15, 2026 11:00 AM CET",
    ];

    public static IReadOnlyList<string> French { get; } =
    [
        "vendredi 11 à 16h", "mardi 15 juillet 11h CEST", "le 15 décembre à 10h30", "demain à midi", "après-demain matin", "lundi prochain",
        "dans deux semaines", "du 14 au 18 décembre", "de 9h à 11h demain", "avant vendredi midi", "fin de la semaine prochaine", "début décembre",
        "la semaine du 7 décembre", "premier lundi de janvier à 10h", "jeudi 10 décembre 9h30 heure de Genève", "à 17h", "ce soir à 20h", "mercredi à 4h",
        "entre 14h et 16h le 8 décembre", "quand vous voulez",
    ];

    public static IReadOnlyList<string> German { get; } =
    [
        "Freitag, 11. um 16 Uhr", "Dienstag 15. Dezember 11 Uhr MEZ", "15.12.2026 10:30", "am 15. Dezember um halb elf", "morgen Mittag", "übermorgen um 9 Uhr",
        "nächsten Montag", "in zwei Wochen", "14. bis 18. Dezember", "zwischen 14 und 16 Uhr am 8. Dezember", "von 9 bis 11 Uhr morgen", "bis Freitagmittag",
        "Ende nächster Woche", "Anfang Dezember", "in der Woche vom 7. Dezember", "zweiter Mittwoch im Januar um 10 Uhr", "Donnerstag 10 Uhr MESZ",
        "heute Abend um 8", "um 4 Uhr am Mittwoch", "wann ihr wollt",
    ];

    /// <summary>What somebody types to keep the reader busy, each repeated to the most that is read.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "1", "11.07 ", "11/7/", "16:00-", "Friday ", "or ", "next ", "1-", "(", "1:", "in two weeks ", "CET/", "a ", "the ", "+1", "é", "2025-",
        "half ", "Friday 11th at 16:00 CET or ", "first Monday in ", "by ", "11 December 2026 ", "16:00 to 17:00, ", "Geneva time ", "usual ",
    ];
}
