using System.Globalization;
using System.Text.RegularExpressions;

namespace MeetingBot.Risks;

/// <summary>
/// What a risk scenario is called for good: <c>TR-3</c>, and where it was split <c>TR-3a</c> and <c>TR-3b</c>. None is
/// ever given to another.
/// </summary>
/// <param name="Part">The letters behind the number; empty for none.</param>
public readonly partial record struct RiskId(int Number, string Part = "") : IComparable<RiskId>
{
    public const string Prefix = "TR-";

    public override string ToString() => Prefix + Number.ToString(CultureInfo.InvariantCulture) + Part;

    /// <summary>By number, then by part: TR-2, TR-3, TR-3a, TR-10.</summary>
    public int CompareTo(RiskId other) =>
        Number != other.Number ? Number.CompareTo(other.Number)
        : Part.Length != other.Part.Length ? Part.Length.CompareTo(other.Part.Length)
        : string.CompareOrdinal(Part, other.Part);

    public static bool operator <(RiskId one, RiskId other) => one.CompareTo(other) < 0;

    public static bool operator >(RiskId one, RiskId other) => one.CompareTo(other) > 0;

    public static bool operator <=(RiskId one, RiskId other) => one.CompareTo(other) <= 0;

    public static bool operator >=(RiskId one, RiskId other) => one.CompareTo(other) >= 0;

    /// <summary>Reads <c>TR-3a</c>, <c>tr3a</c>, <c>3a</c>; null for anything else.</summary>
    public static RiskId? Read(string text)
    {
        var match = Written().Match(text.Trim());
        return match.Success
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
                ? new RiskId(number, match.Groups[2].Value.ToLowerInvariant())
                : null;
    }

    [GeneratedRegex(
        @"^(?:TR\s?-?\s?)?#?([0-9]{1,6})([a-z]{0,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
