using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Risks.Import;

namespace MeetingBot.Risks.Catalogue;

/// <summary>
/// An asset or a threat as somebody types it: <c>Name | description | C 4 I 5 A 3 | owner Luna | supporting</c>,
/// <c>Name | description | Spoofing</c>.
/// </summary>
internal static partial class EntryText
{
    private const int MostText = 8_000;

    /// <summary>The row that it would be in a table, or what is wrong with it.</summary>
    public static (ImportRow? Row, string? Problem) Read(ImportKind kind, string id, string text)
    {
        if (text.Length > MostText) return (null, "That is too long.");
        if (HiddenCharacters.First(text) is { } hidden) return (null, $"There is {hidden}");
        var cells = ImmutableSortedDictionary.CreateBuilder<ImportField, string>();
        if (id.Length > 0) cells[ImportField.Id] = id;
        var parts = text.Split('|').Select(part => part.Trim()).ToArray();
        if (parts[0].Length > 0) cells[ImportField.Name] = parts[0];
        foreach (var part in parts.Skip(1).Where(part => part.Length > 0))
            if (Put(kind, part, cells) is { } problem) return (null, problem);
        return (new ImportRow(1, cells.ToImmutable()), null);
    }

    private static string? Put(ImportKind kind, string part,
        ImmutableSortedDictionary<ImportField, string>.Builder cells)
    {
        var (field, value) = Named().Match(part) is { Success: true } named
            ? (FieldOf(named.Groups[1].Value), named.Groups[2].Value.Trim())
            : (null, part);
        if (field is { } known && Has(kind, known)) return Put(known, value, cells);
        if (kind is ImportKind.Assets && Needs().Match(part) is { Success: true } needs)
        {
            for (var i = 0; i < needs.Groups["need"].Captures.Count; i++)
                cells[FieldOf(needs.Groups["need"].Captures[i].Value)!.Value] = needs.Groups["value"].Captures[i].Value;
            return null;
        }
        if (kind is ImportKind.Assets && AssetReading.ReadKind(part).Problem is null)
            return Put(ImportField.Kind, part, cells);
        if (kind is ImportKind.Threats && (part.Length == 1 || !part.Contains(' ') || part.Length < 30)
            && ThreatReading.ReadStride(part).Problem is null)
            return Put(ImportField.Stride, part, cells);
        return part.Contains("://", StringComparison.Ordinal) && !part.Contains(' ')
            ? Put(ImportField.References, part, cells)
            : Put(ImportField.Description, part, cells);
    }

    private static string? Put(ImportField field, string value,
        ImmutableSortedDictionary<ImportField, string>.Builder cells)
    {
        if (cells.TryAdd(field, value)) return null;
        return $"There is more than one {field.ToString().ToLowerInvariant()}: "
            + $"\"{Conversations.Phrases.Shorten(value, 40)}\" is the second.";
    }

    private static bool Has(ImportKind kind, ImportField field) =>
        field is ImportField.Name or ImportField.Description or ImportField.References
        || (kind is ImportKind.Assets ? field is not ImportField.Stride : field is ImportField.Stride);

    private static ImportField? FieldOf(string word) => word.ToLowerInvariant() switch
    {
        "owner" => ImportField.Owner,
        "name" => ImportField.Name,
        "description" => ImportField.Description,
        "kind" => ImportField.Kind,
        "stride" => ImportField.Stride,
        "reference" or "references" or "ref" or "refs" => ImportField.References,
        "c" or "confidentiality" => ImportField.Confidentiality,
        "i" or "integrity" => ImportField.Integrity,
        "a" or "availability" => ImportField.Availability,
        _ => null,
    };

    // "owner Luna", "description: what it is"; "a description" of two words is one.
    [GeneratedRegex(
        @"^(owner|name|kind|stride|refs?|references?|description)(?:\s*:|(?<!description)\s)\s*(.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:(?<need>confidentiality|integrity|availability|c|i|a)\s?[:=]?\s?(?<value>[0-9]{1,3}|-)"
            + @"[\s,;/]{0,3}){1,3}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Needs();
}
