using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Web.Cards;

/// <summary>
/// Names one sending of a form: the same again has no second effect. What was changed, after a failure, and sent again
/// in the same form is another sending.
/// </summary>
public static class SendingId
{
    /// <summary>Whether it may be the id that a form of ours was drawn with.</summary>
    public static bool IsFormId(string posted) =>
        posted.Length is >= 8 and <= 64 && posted.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public static string Of(string formId, Person person, string content)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Id}\n{content}"));
        return $"{formId}-{Convert.ToHexStringLower(hash.AsSpan(0, 12))}";
    }

    /// <summary>Of a pressed button, with the card's inputs.</summary>
    public static string Of(
        string formId, Person person, string verb, ImmutableDictionary<string, string> fields, string? messageId)
    {
        var content = string.Join(
            '\n', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        return Of(formId, person, $"{messageId}\n{verb}\n{content}");
    }
}
