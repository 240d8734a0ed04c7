using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Which assets or threats the risks of an import name, by id or by name. A name that the catalogue has not is added to
/// it; an id that it has not is an error, for nobody knows what it is.
/// </summary>
internal sealed partial class NamedEntries<T>(CatalogueReading<T> reading, ImmutableArray<T> there) where T : class
{
    private const int MostOfOne = 20;
    private readonly List<Planned<T>> _added = [];

    /// <summary>What is to be added.</summary>
    public ImmutableArray<Planned<T>> Added => [.. _added];

    public (ImmutableArray<string> Ids, string? Problem) Read(string cell, int line)
    {
        var ids = new List<string>();
        foreach (var name in Names(cell))
        {
            var (id, problem) = Find(name, line);
            if (problem is not null) return ([], problem);
            if (!ids.Contains(id!)) ids.Add(id!);
        }
        return ids.Count > MostOfOne
            ? ([], FormattableString.Invariant($"{ids.Count} {reading.Word}s; a risk names up to {MostOfOne}."))
            : ([.. ids], null);
    }

    // A name may have commas in it: only what is not known as a whole is cut there.
    private IEnumerable<string> Names(string cell) =>
        cell is "" or "-" or "--" ? []
        : Known(cell) is not null ? [cell]
        : cell.Split(['\n', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => Known(part) is not null ? [part]
                : part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private string? Known(string name) => reading.Find(there, name) is { } known
        ? reading.IdOf(known)
        : _added.Find(item => Phrases.SameWords(item.Name, name))?.Id;

    private (string? Id, string? Problem) Find(string name, int line)
    {
        if (Known(name) is { } id) return (id, null);
        if (AnId().IsMatch(name))
            return (null, $"there is no {reading.Word} {name}. "
                + $"Import {reading.Word}s first (/risk import {reading.Word}s), or name it in words.");
        if (name.Length > Asset.MostName)
            return (null, FormattableString.Invariant(
                $"the name of the {reading.Word} \"{Phrases.Shorten(name, 40)}\" is longer than {Asset.MostName} ")
                + "characters.");
        var row = new ImportRow(line, ImmutableSortedDictionary<ImportField, string>.Empty.Add(ImportField.Name, name));
        var free = reading.FreeId(there.Select(reading.IdOf).Concat(_added.Select(item => item.Id)));
        var (made, problem) = reading.Read(row, free, null);
        if (problem is not null) return (null, problem);
        _added.Add(new Planned<T>(line, free, reading.NameOf(made), true, [], made));
        return (free, null);
    }

    [GeneratedRegex(@"^[A-Za-z]{1,4}[-_.]?[0-9]{1,6}[a-z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AnId();
}
