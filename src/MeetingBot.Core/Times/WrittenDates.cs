using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads dates with a day of the month: <c>Friday 11 July</c>, <c>July 11th 2026</c>, <c>11.7.</c>, <c>2026-07-11</c>.
/// </summary>
internal static partial class WrittenDates
{
    public const string Month = @"(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    public const string WeekdayName =
        "(?<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)";

    /// <summary>The weekday of that name, lower case, or null.</summary>
    public static IsoDayOfWeek? Weekday(string name) => Weekdays.TryGetValue(name, out var weekday) ? weekday : null;

    /// <summary>
    /// How a day is written so that it is read as that day: <c>28 February</c>, with its year when it is far.
    /// </summary>
    public static string Write(LocalDate day, LocalDate today) =>
        day.ToString(day < today.PlusMonths(11) ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// "Friday 11th", "11 July", "July 11th 2026", "8th": the next such day; with a weekday, only if it is one.
    /// </summary>
    public static WrittenDate Read(string words, LocalDate today)
    {
        var match = Words().Match(words);
        if (!match.Success) return EndOf(words, today);
        int? month = match.Groups["mon"].Success ? Months[match.Groups["mon"].Value[..3]] : null;
        var weekday = match.Groups["wd"].Success ? Weekday(match.Groups["wd"].Value) : null;
        // "the limit is raised by 5" tells no day.
        if (month is null && weekday is null && !match.Groups["th"].Success) return default;
        return Find(Number(match.Groups["d"])!.Value, month, Number(match.Groups["y"]), weekday, today);
    }

    /// <summary>
    /// "1.12.2026", "31.12.", "31/12/2026", "2026-12-31". Between slashes the day and the month have to be told apart:
    /// what may be either is a date that can't be read.
    /// </summary>
    public static WrittenDate ReadNumbers(string text, LocalDate today)
    {
        if (Named().Match(text) is { Success: true } named) return Of(named, today);
        var match = Numbers().Match(text);
        if (!match.Success) return default;
        var (first, second) = (Number(match.Groups["a"])!.Value, Number(match.Groups["b"])!.Value);
        var year = Number(match.Groups["y"]);
        if (match.Groups["short"].Success) year += 2000;
        if (match.Groups["iso"].Success) return Find(second, first, year, null, today);
        if (!match.Groups["slash"].Success) return Find(first, second, year, null, today);
        if (year is null) return WithoutYear(first, second, today);
        if (second > 12) return Find(second, first, year, null, today);
        var read = Find(first, second, year, null, today);
        return first > 12 || first == second
            ? read
            : new WrittenDate(true, null, read.On >= today ? read.On : read.Instead);
    }

    // "Friday 11.7.", "Fr, 11/7": the weekday tells which it is where it may be two, and whether it is a date at all.
    private static WrittenDate Of(Match named, LocalDate today)
    {
        if (Weekday(DayWords.English(named.Groups["name"].Value)) is not { } weekday) return default;
        var date = ReadNumbers(named.Groups["date"].Value, today);
        var days = new[] { date.On, date.On is null ? date.Instead : null, date.Or };
        if (days.FirstOrDefault(day => day?.DayOfWeek == weekday) is { } on)
            return new WrittenDate(true, on, on < today ? date.Instead : null);
        return date.Written && named.Groups["date"].Value.Count(c => c is '.' or '/' or '-') > 1
            ? new WrittenDate(true, null, date.On ?? date.Instead)
            : default;
    }

    // "By 1/2" is by half, "24/7" always; "15/7" can be but one day, "4/7" two.
    private static WrittenDate WithoutYear(int first, int second, LocalDate today)
    {
        var (day, month) = (first > 12 ? first : second, first > 12 ? second : first);
        if (month is < 1 or > 12 || day is < 1 or > 31 || (first, second) is (24, 7)) return default;
        if (first > 12 || first == second) return Find(day, month, null, null, today);
        if ((first == 1 && second > 12) || (first < second && second <= MostFraction)) return default;
        return second > 12
            ? Find(day, month, null, null, today)
            : new WrittenDate(true, null, Find(first, second, null, null, today).On)
            {
                Or = Find(second, first, null, null, today).On,
            };
    }

    private const int MostFraction = 5;

    private static WrittenDate EndOf(string words, LocalDate today)
    {
        var match = MonthEnd().Match(words);
        if (!match.Success) return default;
        var month = Months[match.Groups["mon"].Value[..3]];
        var year = Number(match.Groups["y"]) ?? (month < today.Month ? today.Year + 1 : today.Year);
        return Told(new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth), today);
    }

    private static WrittenDate Find(int day, int? month, int? year, IsoDayOfWeek? weekday, LocalDate today)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return Unread(day > 31 && month is >= 1 and <= 12 ? LastOf(month.Value, year, today) : null, today);
        if (year is { } told)
            return Day(new LocalDate(told, month!.Value, 1), day) is { } at
                ? Fits(at, weekday, today)
                : Unread(LastOf(month.Value, told, today), today);
        for (
            var first = new LocalDate(
                today.Year, month ?? today.Month, 1); first <= today.PlusYears(1); first = month is null
                ? first.PlusMonths(1)
                : first.PlusYears(1))
            if (Day(first, day) is { } found && found >= today) return Fits(found, weekday, today);
        return Unread(month is { } named ? LastOf(named, null, today) : null, today);
    }

    private static WrittenDate Fits(LocalDate day, IsoDayOfWeek? weekday, LocalDate today) =>
        (weekday ?? day.DayOfWeek) == day.DayOfWeek ? Told(day, today) : Unread(day, today);

    private static WrittenDate Told(LocalDate day, LocalDate today) =>
        new(true, day, day < today ? Again(day, today) : null);

    // That day of the year when it comes next, which for 29 February may be in eight years.
    private static LocalDate Again(LocalDate day, LocalDate today) => Enumerable.Range(today.Year, 9)
        .Select(year => Day(new LocalDate(year, day.Month, 1), day.Day)).First(again => again >= today)!.Value;

    private static WrittenDate Unread(LocalDate? instead, LocalDate today) =>
        new(true, null, instead >= today ? instead : null);

    private static LocalDate LastOf(int month, int? year, LocalDate today)
    {
        var last = new LocalDate(year ?? today.Year, month, 1).With(DateAdjusters.EndOfMonth);
        return year is null && last < today
            ? new LocalDate(today.Year + 1, month, 1).With(DateAdjusters.EndOfMonth)
            : last;
    }

    private static LocalDate? Day(LocalDate first, int day) =>
        day < 1 || day > first.Calendar.GetDaysInMonth(first.Year, first.Month) ? null : first.PlusDays(day - 1);

    private static int? Number(System.Text.RegularExpressions.Group digits) =>
        digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static readonly FrozenDictionary<string, IsoDayOfWeek> Weekdays = Enum.GetValues<IsoDayOfWeek>()
        .Where(day => day is not IsoDayOfWeek.None)
        .SelectMany(day => new[] { day.ToString(), day.ToString()[..3] }.Select(name => (name.ToLowerInvariant(), day)))
        .Concat([("tues", IsoDayOfWeek.Tuesday), ("weds", IsoDayOfWeek.Wednesday), ("thur", IsoDayOfWeek.Thursday), ("thurs", IsoDayOfWeek.Thursday)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly FrozenDictionary<string, int> Months =
        CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames
        .Take(12).Select((name, index) => (name.ToLowerInvariant(), index + 1))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private const string Year = @"(?:\s+(?<y>[0-9]{4}))?";

    [GeneratedRegex("^(?:" + WeekdayName + @"\s+)?(?:(?<d>[0-9]{1,2})(?<th>st|nd|rd|th)?(?:\.?\s+" + Month + Year + ")?|" + Month + @"\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?" + Year + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^end\s+(?:of\s+){0,2}" + Month + Year + "$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthEnd();

    [GeneratedRegex(@"^(?<name>\p{L}{2,12})\.?,?\s+(?<date>[0-9]{1,4}[-./][0-9. /-]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // Without its year a date with dots ends in one, or has two digits each: "by 1.5" is a number.
    [GeneratedRegex("""
        ^(?:
            (?<a>[0-9]{1,2})\.\ ?(?<b>[0-9]{1,2})\.\ ?(?:(?<y>[0-9]{4})|(?<short>(?<y>[0-9]{2})))\.?
          | (?<a>[0-9]{1,2})\.\ ?(?<b>[0-9]{1,2})\.
          | (?<a>0[1-9]|[12][0-9]|3[01])\.(?<b>0[1-9]|1[0-2])
          | (?<a>[0-9]{1,2})(?<slash>/)(?<b>[0-9]{1,2})(?:/(?:(?<y>[0-9]{4})|(?<short>(?<y>[0-9]{2}))))?\.?
          | (?<iso>(?<y>[0-9]{4})(?<sep>[-/.])(?<a>[0-9]{1,2})\k<sep>(?<b>[0-9]{1,2}))\.?
        )\.{0,3}$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Numbers();
}
