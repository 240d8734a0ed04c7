namespace MeetingBot.Times;

/// <summary>What German says about time.</summary>
internal static class GermanWords
{
    private static readonly string[] Weekdays =
        ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];

    private static readonly string[] Parts =
        ["morgen", "fruh", "vormittag", "mittag", "nachmittag", "abend", "nacht"];

    /// <summary>
    /// Length of the weekday in a word of weekday and part of the day (<c>Freitagmorgen</c>); 0 for other words.
    /// </summary>
    public static int FirstOfCompound(string key) =>
        Array.Find(Weekdays, day => key.StartsWith(day, StringComparison.Ordinal)
            && Parts.Contains(key[day.Length..]))?.Length ?? 0;

    public const string List = """
        Weekday 1: montag
        Weekday 2: dienstag
        Weekday 3: mittwoch
        Weekday 4: donnerstag
        Weekday 5: freitag
        Weekday 6: samstag, sonnabend
        Weekday 7: sonntag
        ShortWeekday 1: mo
        ShortWeekday 2: di
        ShortWeekday 3: mi
        ShortWeekday 4: do
        ShortWeekday 5: fr
        ShortWeekday 6: sa
        ShortWeekday 7: so
        Weekdays 1: montags
        Weekdays 2: dienstags
        Weekdays 3: mittwochs
        Weekdays 4: donnerstags
        Weekdays 5: freitags
        Weekdays 6: samstags
        Weekdays 7: sonntags
        Month 1: januar, janner, jaenner
        Month 2: februar
        Month 3: marz, maerz
        Month 4: april
        Month 5: mai
        Month 6: juni
        Month 7: juli
        Month 8: august
        Month 9: september
        Month 10: oktober, okt
        Month 11: november
        Month 12: dezember, dez
        Unit 1: minute, minuten
        Unit 2: stunde, stunden, std
        Unit 3: tag, tage, tagen
        Unit 4: woche, wochen
        Unit 5: monat, monate, monaten, monats
        Unit 6: quartal, quartale, quartalen, quartals
        Unit 7: jahr, jahre, jahren, jahres
        Unit 8: arbeitstag, arbeitstage, arbeitstagen, werktag, werktage, werktagen
        Unit 10: wochenende
        Day 0: heute
        Day 1: morgen
        Day 2: ubermorgen, uebermorgen
        Day -1: gestern
        Day -2: vorgestern
        Count 1: ein, eine, einem, einer, einen, eins
        Count 2: zwei
        Count 3: drei
        Count 4: vier
        Count 5: funf, fuenf
        Count 6: sechs
        Count 7: sieben
        Count 8: acht
        Count 9: neun
        Count 10: zehn
        Count 11: elf
        Count 12: zwolf, zwoelf
        Count 13: dreizehn
        Count 14: vierzehn
        Count 15: funfzehn, fuenfzehn
        Count 16: sechzehn
        Count 17: siebzehn
        Count 18: achtzehn
        Count 19: neunzehn
        Count 20: zwanzig
        Count 30: dreissig
        Ordinal 1: erster, ersten, erste
        Ordinal 2: zweiter, zweiten, zweite
        Ordinal 3: dritter, dritten, dritte
        Ordinal 4: vierter, vierten, vierte
        Ordinal 5: funfter, funften, fuenften
        Ordinal -1: letzter, letzten, letzte
        OrdinalEnding: ten, ter
        Half 1: uhr morgens, uhr fruh, uhr frueh
        Half 2: uhr nachmittags, uhr abends
        Hour 1: uhr, h
        Noon: mittag, mittags
        Midnight: mitternacht
        PartOfDay 1: vormittag, fruh, frueh, vormittags, morgens, morgen
        PartOfDay 2: nachmittag, nachmittags
        PartOfDay 3: abend, abends
        PartOfDay 4: nacht, nachts
        PartOfDay 5: heute abend
        Minutes -30: halb
        Minutes 15: viertel nach
        Minutes -15: viertel vor, dreiviertel
        WeeksLater 1: in einer woche, in acht tagen
        WeeksLater 2: in vierzehn tagen
        MonthPart 1: anfang, anfangs
        MonthPart 2: mitte
        This: dieser, diesen, diese, dieses, diesem
        Next: nachsten, nachste, nachster, nachstes, nachstem, naechsten, naechste, naechster, naechstes
        Coming: kommenden, kommender, kommende
        Last: letzten, letzte, letzter, letztes, vergangenen
        At: um, gegen
        On: am, den, dem
        The: der, den, dem, das, die, am, vom, zum
        Of: der, des, im, vom, in der, in dem
        In: in
        Within: innerhalb von, in den nachsten
        From: von, vom, ab
        To: bis, bis zum
        Between: zwischen
        And: und
        Or: oder, oder aber, ansonsten
        By: bis, bis zum, bis zur, spatestens, spatestens am, spaetestens, bis spatestens
        Before: vor, vor dem
        Since: seit
        After: nach, nach dem, fruhestens
        For: fur, fuer
        HalfOf: halfte, haelfte
        Every: jeden, jede, jedes
        Often: wochentlich, woechentlich, jede woche, jeden tag, taglich, taeglich, monatlich, jeden monat
        Often: alle zwei wochen
        SameTime: gleiche zeit, zur gleichen zeit, gleiche uhrzeit, selbe zeit, zur selben zeit, um diese zeit
        Usual: ubliche zeit, zur ublichen zeit, wie ublich, wie immer, wie gewohnt, ubliche uhrzeit, gewohnte zeit
        Usual: zur gewohnten zeit
        End: ende, ende des, ende der, am ende des, am ende der, zum ende des
        Approx: etwa, ungefahr, ungefaehr, circa, zirka, rund, gegen, voraussichtlich
        WeekOf: woche vom, woche ab, woche ab dem, der woche vom, woche des
        WeekNumber: kw, kalenderwoche, woche
        AfterNext: ubernachste woche, uebernaechste woche
        Quarter: quartal
        TimeWord: zeit
        LocalTime: ortszeit
        Now: jetzt, sofort
        Ago: vor
        EndOfUnit 5: monatsende
        EndOfUnit 7: jahresende
        EndOfDay: ende des tages, tagesende, feierabend
        NoDate: raum, zimmer, gebaude, telefon, nummer, skala, stufe, seite, projekt, stock, skala von, zeile
        Filler: treffen, wir, uns, sitzung, besprechung, und, ein, eine, im, zu, zur, von, also
        """;
}
