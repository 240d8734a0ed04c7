using System.Buffers;

namespace MeetingBot.Web.Pages;

/// <summary>Finds the addresses of our own pages in a text; no other becomes a link.</summary>
internal static class OwnLinks
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\u00A0<>\"'`");

    /// <summary>The text in pieces, in its order; a piece that is an address of ours says so.</summary>
    /// <param name="own">An address of ours, whose origin counts; null when there is none.</param>
    public static IEnumerable<(string Text, bool IsLink)> Split(string text, Uri? own)
    {
        var origin = own is null ? null : own.GetLeftPart(UriPartial.Authority) + "/";
        var done = 0;
        while (origin is not null && text.IndexOf(origin, done, StringComparison.Ordinal) is >= 0 and var from)
        {
            var address = Address(text.AsSpan(from));
            if (from > done) yield return (text[done..from], false);
            yield return (address, true);
            done = from + address.Length;
        }
        if (done < text.Length) yield return (text[done..], false);
    }

    // A sentence's end is none of the address's.
    private static string Address(ReadOnlySpan<char> text) =>
        (text.IndexOfAny(Ends) is >= 0 and var end ? text[..end] : text).TrimEnd(".,;:!?)").ToString();
}
