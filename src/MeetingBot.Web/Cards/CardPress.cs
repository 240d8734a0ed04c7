using System.Collections.Immutable;
using MeetingBot.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MeetingBot.Web.Cards;

/// <summary>What a button of a drawn card sends: its verb and data, as one value. It comes back untrusted.</summary>
public sealed record CardPress(string Verb, ImmutableSortedDictionary<string, string> Data, bool SendsInputs)
{
    private const int MaxLength = 8000;
    private const int MaxData = 64;

    public static string Write(CardButton button) =>
        QueryString.Create(
        [
            new("verb", button.Verb),
            new("inputs", button.SendsInputs ? "1" : "0"),
            .. button.Data.Select(d => KeyValuePair.Create<string, string?>("." + d.Key, d.Value)),
        ]).Value![1..];

    /// <summary>The press, or null for what no button of ours sends.</summary>
    public static CardPress? Read(string value)
    {
        if (value.Length is 0 or > MaxLength) return null;
        var parts = QueryHelpers.ParseQuery(value);
        if (parts.Count > MaxData + 2 || !parts.TryGetValue("verb", out var verb)
            || verb.ToString() is { Length: 0 or > 100 })
            return null;
        return new CardPress(
            verb.ToString(),
            parts.Where(p => p.Key.StartsWith('.')).ToImmutableSortedDictionary(
                p => p.Key[1..], p => p.Value.ToString(), StringComparer.Ordinal),
            parts.TryGetValue("inputs", out var inputs) && inputs == "1");
    }
}
