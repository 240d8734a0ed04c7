using System.Globalization;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Report;

/// <summary>Levels and values as a report prints them: a word with its number, never a colour alone.</summary>
public static class LevelWords
{
    public const string NotRanked = "not ranked";

    /// <summary><c>High (4 of 5)</c>.</summary>
    /// <param name="level">From 0; null where there is none.</param>
    public static string Say(this RiskCriteria criteria, int? level) =>
        level is { } known ? criteria.SayLevel(known) : NotRanked;

    /// <summary><c>4</c>, or a dash for none.</summary>
    public static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "–";

    /// <summary>With two digits, or <c>n/a</c> where it is not defined.</summary>
    public static string Figure(double? value, string format = "0.00") =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "n/a";

    /// <summary><c>1 risk</c>, <c>3 risks</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");

    public static string Name(this RiskDimension dimension) => dimension.ToString();

    /// <summary>In which of five steps from calm to grave a level lies, whatever the number of levels.</summary>
    public static int Step(this RiskCriteria criteria, int level) => criteria.Matrix.Levels.Length < 2
        ? 0
        : (int)Math.Round(level * 4.0 / (criteria.Matrix.Levels.Length - 1), MidpointRounding.AwayFromZero);
}
