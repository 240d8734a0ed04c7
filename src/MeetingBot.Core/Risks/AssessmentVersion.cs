using System.Text.RegularExpressions;

namespace MeetingBot.Risks;

/// <summary>How versions of an assessment are typed: <c>v1.0</c>, <c>version 1.0.2</c>, <c>1.0</c>.</summary>
internal static partial class AssessmentVersion
{
    /// <summary>Its numbers with their points; null for what is no version.</summary>
    public static string? Read(string text) => Written().Match(text) is { Success: true } match
        ? match.Groups[1].Value
        : null;

    [GeneratedRegex(
        @"^(?:v(?:ersion)?\s?)?([0-9]{1,4}(?:\.[0-9]{1,4}){1,2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
