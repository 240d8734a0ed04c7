using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Risks.Report;

/// <summary>
/// Texts as the data types of OSCAL take them (usnistgov/OSCAL, JSON schema of the plan of action and milestones):
/// strings and titles are one line that neither begins nor ends with a space, references hold ASCII alone, dates are of
/// the years 1900 to 2999.
/// </summary>
internal static partial class OscalText
{
    /// <summary>One line, without spaces around it; what it is otherwise where nothing of it is left.</summary>
    public static string Line(string text, string otherwise = "")
    {
        // A byte order mark is a space to those who check, and none to .NET.
        var line = string.Join(' ', SheetText.Printable(text).Replace('\uFEFF', ' ')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 0 ? line : otherwise;
    }

    /// <summary>As it was typed, without what can't be shown; what it is otherwise where that is blank.</summary>
    public static string Lines(string text, string otherwise = "")
    {
        var lines = SheetText.Printable(text);
        return string.IsNullOrWhiteSpace(lines.Replace('\uFEFF', ' ')) ? otherwise : lines;
    }

    /// <summary>An address of the web as RFC 3986 writes it; null for what is none.</summary>
    public static string? Reference(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            || uri.IdnHost.Length == 0) return null;
        var rest = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped)
            .Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        var host = uri.HostNameType is UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        var user = uri.UserInfo.Length > 0 ? uri.UserInfo + "@" : "";
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var written = $"{uri.Scheme}://{user}{host}{port}{rest}";
        return Written().IsMatch(written) ? written : null;
    }

    /// <summary>Whether a date can be written.</summary>
    public static bool HasYear(int year) => year is >= 1900 and <= 2999;

    /// <summary>A moment, or the nearest that can be written.</summary>
    public static string Moment(Instant at) =>
        InstantPattern.General.Format(at < First ? First : at > Last ? Last : at);

    private static readonly Instant First = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2999, 12, 31, 23, 59, 59);

    private const string Unreserved = "A-Za-z0-9._~!$&'()*+,;=:-";

    [GeneratedRegex($"^https?://([{Unreserved}]*@)?([{Unreserved}]+|\\[[0-9a-f:.]+\\])(:[0-9]+)?"
        + $"(/([{Unreserved}@/]|%[0-9A-Fa-f]{{2}})*)?(\\?([{Unreserved}@/?]|%[0-9A-Fa-f]{{2}})*)?"
        + $"(#([{Unreserved}@/?]|%[0-9A-Fa-f]{{2}})*)?\\z")]
    private static partial Regex Written();
}
