using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>The rule of a series as RFC 5545, 3.3.10 writes it: <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TU</c>.</summary>
public static class RecurrenceText
{
    private const int MostText = 1_000;
    private const int MostValues = 100;
    private static readonly string[] Days = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string Write(RecurrencePattern rule)
    {
        var parts = new List<string> { "FREQ=" + rule.Frequency.ToString().ToUpperInvariant() };
        if (rule.Interval != 1) parts.Add(Invariant($"INTERVAL={rule.Interval}"));
        if (rule.Count is { } count) parts.Add(Invariant($"COUNT={count}"));
        if (rule.Until is { } until) parts.Add("UNTIL=" + CalendarText.Write(until));
        Add("BYMONTH", rule.ByMonth.Select(Number));
        Add("BYMONTHDAY", rule.ByMonthDay.Select(Number));
        Add("BYDAY", rule.ByDay.Select(day => (day.Offset == 0 ? "" : Number(day.Offset)) + Days[(int)day.Day]));
        Add("BYSETPOS", rule.BySetPosition.Select(Number));
        if (rule.FirstDayOfWeek is not IsoDayOfWeek.Monday) parts.Add("WKST=" + Days[(int)rule.FirstDayOfWeek]);
        return string.Join(';', parts);

        void Add(string name, IEnumerable<string> values)
        {
            var list = string.Join(',', values);
            if (list.Length > 0) parts.Add($"{name}={list}");
        }
    }

    /// <summary>The rule, or null for what is none or has a part that is not known, such as BYHOUR.</summary>
    public static RecurrencePattern? Read(string text)
    {
        if (text.Length > MostText) return null;
        RecurrencePattern? rule = null;
        var parts = text.Trim().ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        foreach (var part in parts)
            if (part is ["FREQ", var often])
                rule = Frequency(often) is { } frequency ? new RecurrencePattern(frequency) : null;
        foreach (var part in parts)
        {
            if (rule is null) return null;
            rule = part is [var name, var value] ? Apply(rule, name, value) : null;
        }
        return rule is { Count: not null, Until: not null } ? null : rule;
    }

    private static FrequencyType? Frequency(string word) => word switch
    {
        "DAILY" => FrequencyType.Daily,
        "WEEKLY" => FrequencyType.Weekly,
        "MONTHLY" => FrequencyType.Monthly,
        "YEARLY" => FrequencyType.Yearly,
        _ => null,
    };

    private static RecurrencePattern? Apply(RecurrencePattern rule, string name, string value) => name switch
    {
        "FREQ" => rule,
        "INTERVAL" => ReadNumber(value) is { } interval and > 0 and <= RecurrencePattern.MostInterval
            ? rule with { Interval = interval }
            : null,
        "COUNT" => ReadNumber(value) is { } count and > 0
            ? rule with { Count = Math.Min(count, RecurrencePattern.MostCount) }
            : null,
        "UNTIL" => CalendarText.ReadTime(value, null) is { } until ? rule with { Until = until } : null,
        "BYDAY" => List(value, ReadDay) is { } days ? rule with { ByDay = days } : null,
        "BYMONTHDAY" => Numbers(value, 31, signed: true) is { } days ? rule with { ByMonthDay = days } : null,
        "BYMONTH" => Numbers(value, 12, signed: false) is { } months ? rule with { ByMonth = months } : null,
        "BYSETPOS" => Numbers(value, 366, signed: true) is { } places ? rule with { BySetPosition = places } : null,
        "WKST" => Array.IndexOf(Days, value) is var day and > 0
            ? rule with { FirstDayOfWeek = (IsoDayOfWeek)day }
            : null,
        // What a producer adds for itself; a part of the standard that is not known here changes the series.
        _ when name.StartsWith("X-", StringComparison.Ordinal) => rule,
        _ => null,
    };

    private static WeekDay? ReadDay(string text)
    {
        if (text.Length < 2 || Array.IndexOf(Days, text[^2..]) is not (var day and > 0)) return null;
        if (text.Length == 2) return new WeekDay((IsoDayOfWeek)day);
        return ReadNumber(text[..^2]) is { } offset and not 0 and >= -53 and <= 53
            ? new WeekDay((IsoDayOfWeek)day, offset)
            : null;
    }

    private static ImmutableArray<int>? Numbers(string text, int most, bool signed) => List(
        text, part => ReadNumber(part) is { } number && number != 0 && number <= most && number >= (signed ? -most : 1)
            ? number
            : (int?)null);

    private static ImmutableArray<T>? List<T>(string text, Func<string, T?> read) where T : struct
    {
        var parts = text.Split(',', MostValues + 1, StringSplitOptions.TrimEntries);
        if (parts.Length > MostValues) return null;
        var values = parts.Select(read).ToList();
        return values.Any(value => value is null) ? null : [.. values.OfType<T>().Distinct()];
    }

    private static int? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
