using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MeetingBot.Times;

/// <summary>Words of a day in German and French, and usual slips, as the English words that are read.</summary>
internal static partial class DayWords
{
    /// <summary>What begins a due day in German or French.</summary>
    public const string Prepositions =
        @"bis(?:\s+(?:zum|zur|spätestens|am))*|spätestens(?:\s+(?:am|bis))?|d['’]ici(?:\s+(?:à|au))?|avant|au\s+plus\s+tard|jusqu['’](?:à|au)";

    /// <summary>The same in English; words are lower case, with single spaces.</summary>
    public static string English(string words)
    {
        var english = Word().Replace(words, word => Words.GetValueOrDefault(word.Value) ?? word.Value);
        return Reorder().Replace(Spaces().Replace(english, " ").Trim(), "next ${unit}");
    }

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["tmrw"] = "tomorrow", ["tmr"] = "tomorrow", ["tmrrw"] = "tomorrow", ["tmw"] = "tomorrow",
        ["tomo"] = "tomorrow", ["tomoz"] = "tomorrow", ["2morrow"] = "tomorrow", ["2moro"] = "tomorrow",
        ["tommorow"] = "tomorrow", ["tomorow"] = "tomorrow", ["tommorrow"] = "tomorrow", ["tomorrrow"] = "tomorrow",
        ["tonite"] = "tonight", ["wk"] = "week", ["fortnight"] = "two weeks",

        ["montag"] = "monday", ["dienstag"] = "tuesday", ["mittwoch"] = "wednesday", ["donnerstag"] = "thursday",
        ["freitag"] = "friday", ["samstag"] = "saturday", ["sonnabend"] = "saturday", ["sonntag"] = "sunday",
        ["januar"] = "january", ["jänner"] = "january", ["februar"] = "february", ["märz"] = "march",
        ["maerz"] = "march", ["mai"] = "may", ["juni"] = "june", ["juli"] = "july", ["oktober"] = "october",
        ["okt"] = "october", ["dezember"] = "december", ["dez"] = "december", ["heute"] = "today",
        ["morgen"] = "tomorrow", ["übermorgen"] = "day after tomorrow", ["gestern"] = "yesterday",
        ["ende"] = "end of", ["woche"] = "week", ["wochen"] = "weeks", ["monat"] = "month", ["monats"] = "month",
        ["monate"] = "months", ["monaten"] = "months", ["tage"] = "days", ["tagen"] = "days", ["tag"] = "day",
        ["jahr"] = "year", ["jahres"] = "year", ["nächste"] = "next", ["nächsten"] = "next", ["nächster"] = "next",
        ["nächstes"] = "next", ["kommende"] = "next", ["kommenden"] = "next", ["kommender"] = "next",
        ["diese"] = "this", ["diesen"] = "this", ["dieser"] = "this", ["dieses"] = "this", ["einem"] = "one",
        ["einer"] = "one", ["zwei"] = "two", ["drei"] = "three", ["vier"] = "four", ["der"] = "", ["dem"] = "",
        ["den"] = "", ["des"] = "",

        ["lundi"] = "monday", ["mardi"] = "tuesday", ["mercredi"] = "wednesday", ["jeudi"] = "thursday",
        ["vendredi"] = "friday", ["samedi"] = "saturday", ["dimanche"] = "sunday",
        ["janvier"] = "january", ["février"] = "february", ["fevrier"] = "february", ["mars"] = "march",
        ["avril"] = "april", ["juin"] = "june", ["juillet"] = "july", ["août"] = "august", ["aout"] = "august",
        ["septembre"] = "september", ["octobre"] = "october", ["novembre"] = "november", ["décembre"] = "december",
        ["decembre"] = "december", ["1er"] = "1st",
        ["demain"] = "tomorrow", ["après-demain"] = "day after tomorrow", ["hier"] = "yesterday", ["fin"] = "end of",
        ["semaine"] = "week", ["semaines"] = "weeks", ["mois"] = "month", ["jour"] = "day", ["jours"] = "days",
        ["prochain"] = "~", ["prochaine"] = "~", ["deux"] = "two", ["trois"] = "three", ["quatre"] = "four",
        ["une"] = "one", ["dans"] = "in", ["le"] = "", ["la"] = "", ["les"] = "", ["du"] = "", ["cette"] = "this",
        ["aujourd'hui"] = "today", ["aujourd’hui"] = "today",
    }.ToFrozenDictionary();

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])[\p{L}\p{N}]{1,12}(?:['’-][\p{L}]{1,10})?(?![\p{L}\p{N}'’-])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // "Semaine prochaine".
    [GeneratedRegex(@"(?<unit>\p{L}{3,10}) ~", RegexOptions.CultureInvariant)]
    private static partial Regex Reorder();

    [GeneratedRegex(@"\s+(?:de\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
