using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace MeetingBot.Tables;

/// <summary>
/// Makes partition and row keys from segments that may hold anything a platform calls an id.
/// A key is pure ASCII, at most <see cref="MaxLength"/> characters, legal in Azure Table storage
/// (no <c>/ \ # ? %</c>, no control characters) and different for different segments.
/// </summary>
/// <remarks>
/// Segments are joined by <c>|</c>. A character that is not plain is written <c>~hhhh</c> (its UTF-16 unit), so
/// the key of a prefix is a prefix of the key and keys sort alike in every home. A segment longer than
/// <see cref="MaxSegment"/> once written is replaced by <c>~h</c> and its SHA-256, which no plain segment can spell.
/// </remarks>
public static class TableKey
{
    /// <summary>Longest key, in characters: the limit of Azurite and half of the service's 1 KiB.</summary>
    public const int MaxLength = 512;

    /// <summary>Longest segment kept readable, in characters.</summary>
    public const int MaxSegment = 150;

    /// <summary>Separates segments; sorts after every other character of a key but <c>~</c>.</summary>
    public const char Separator = '|';

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:;@=,+!()* ");

    private static readonly SearchValues<char> Legal = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:;@=,+!()* ~|");

    /// <summary>The key made of the given segments, in order.</summary>
    /// <exception cref="ArgumentException">The key would be longer than <see cref="MaxLength"/>: too many
    /// segments.</exception>
    public static string Join(params ReadOnlySpan<string> segments)
    {
        var parts = new string[segments.Length];
        for (var i = 0; i < segments.Length; i++) parts[i] = Escape(segments[i]);
        var key = string.Join(Separator, parts);
        Check(key);
        return key;
    }

    /// <summary>The number (<see cref="Rows.Segment(int)"/>) that is a segment of a key; null for none.</summary>
    /// <param name="segment">Counted from 0.</param>
    public static int? Number(string key, int segment) =>
        key.Split(Separator) is var parts && segment < parts.Length
            && int.TryParse(
                parts[segment], System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>One segment, written so that it can stand in a key.</summary>
    public static string Escape(string segment)
    {
        if (segment.Length <= MaxSegment && !segment.AsSpan().ContainsAnyExcept(Plain)) return segment;

        var escaped = new StringBuilder(segment.Length + 16);
        foreach (var c in segment)
        {
            if (Plain.Contains(c)) escaped.Append(c);
            else escaped.Append('~').Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }
        return escaped.Length <= MaxSegment ? escaped.ToString() : Digest(segment);
    }

    /// <summary>Throws unless the key can be stored in every home.</summary>
    /// <exception cref="ArgumentException">The key is empty, too long or holds an illegal character.</exception>
    public static void Check(string key)
    {
        if (key.Length is 0 or > MaxLength || key.AsSpan().ContainsAnyExcept(Legal))
            throw new ArgumentException(
                $"A key must be 1 to {MaxLength} legal characters; make it with TableKey.Join.", nameof(key));
    }

    // Over the UTF-16 units, not UTF-8: a lone surrogate must not be folded into U+FFFD.
    private static string Digest(string segment)
    {
        var hash = SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(segment.AsSpan()));
        return "~h" + Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }
}
