using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;

namespace MeetingBot.Slack.Payloads;

/// <summary>The fields of a form, <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormFields
{
    private const int MostFields = 100;

    /// <summary>The fields, or null when the bytes are no form, or have one twice.</summary>
    public static IReadOnlyDictionary<string, string>? Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) return null;
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Span))
            {
                ValueCountLimit = MostFields, ValueLengthLimit = RequestBody.MaxLength,
            };
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, values) in reader.ReadForm())
            {
                if (values.Count != 1) return null;
                fields[name] = values.ToString();
            }
            return fields;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
