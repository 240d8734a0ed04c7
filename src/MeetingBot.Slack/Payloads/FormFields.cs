using System.Text;
using System.Text.Unicode;

namespace MeetingBot.Slack.Payloads;

/// <summary>The fields of a form, <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormFields
{
    private const int MostFields = 100;
    private const int MaxName = 2_048;

    /// <summary>The fields, or null when the bytes are no form, or have one twice, in whatever case.</summary>
    public static IReadOnlyDictionary<string, string>? Parse(ReadOnlyMemory<byte> body)
    {
        var rest = body.Span;
        if (!Utf8.IsValid(rest)) return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'&');
            var field = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (field.IsEmpty) continue;

            var equals = field.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? field : field[..equals]);
            if (name.Length > MaxName || fields.Count == MostFields || Has(fields, name)) return null;
            fields.Add(name, equals < 0 ? "" : Decode(field[(equals + 1)..]));
        }
        return fields;
    }

    private static bool Has(Dictionary<string, string> fields, string name)
    {
        foreach (var known in fields.Keys)
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string Decode(ReadOnlySpan<byte> part)
    {
        var text = Encoding.UTF8.GetString(part);
        return part.IndexOfAny((byte)'%', (byte)'+') < 0 ? text : Uri.UnescapeDataString(text.Replace('+', ' '));
    }
}
