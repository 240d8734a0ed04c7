using System.Collections.Immutable;
using MeetingBot.Cards;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Cards;

/// <summary>The names of a drawn card's inputs, and the reading of what was put into them.</summary>
public static class CardFields
{
    /// <summary>Longest value of one input, in characters.</summary>
    public const int MaxValue = 20_000;

    private const string Prefix = "field.";
    private const int MaxFields = 64;

    public static string Name(CardInput input) => Prefix + input.Id;

    /// <summary>
    /// The press's data and, if it sends them, the inputs; null when there is more than a card holds.
    /// </summary>
    public static ImmutableDictionary<string, string>? Merge(CardPress press, IFormCollection form)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (press.SendsInputs)
        {
            foreach (var (name, values) in form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                var value = string.Join(',', values.Where(v => !string.IsNullOrEmpty(v))).ReplaceLineEndings("\n");
                if (value.Length > MaxValue || fields.Count == MaxFields) return null;
                fields[name[Prefix.Length..]] = value;
            }
        }
        foreach (var (name, value) in press.Data) fields[name] = value;
        return fields.ToImmutable();
    }
}
