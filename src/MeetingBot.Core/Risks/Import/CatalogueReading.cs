using System.Globalization;

namespace MeetingBot.Risks.Import;

/// <summary>How entries of a catalogue are read and compared.</summary>
/// <param name="Word">What one is: <c>asset</c>.</param>
/// <param name="Prefix">What ids begin with that are given by us: <c>A-</c>.</param>
/// <param name="Most">Entries of the catalogue.</param>
/// <param name="Read">Makes one of a row, with what was there; or what is wrong with it.</param>
/// <param name="Fields">All of it in words.</param>
internal sealed record CatalogueReading<T>(
    string Word, string Prefix, int Most, Func<T, string> IdOf, Func<T, string> NameOf,
    Func<ImportRow, string, T?, (T Item, string? Problem)> Read,
    Func<T, IEnumerable<(string Name, string Value)>> Fields) where T : class
{
    /// <summary>The next id that is free.</summary>
    public string FreeId(IEnumerable<string> taken) => Prefix + (taken
        .Where(id => id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        .Select(id => int.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? Math.Min(number, 999_999) : 0)
        .DefaultIfEmpty(0).Max() + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Why that can be no id; null where it can.</summary>
    public string? WrongId(string id) =>
        id.Length > Asset.MostId ? FormattableString.Invariant(
            $"the id has {id.Length} characters; up to {Asset.MostId} are kept.")
        : !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/') || !char.IsLetterOrDigit(id[0])
            ? $"\"{id}\" is no id; there are letters, digits and - _ . : in one, such as {Prefix}3."
            : null;

    /// <summary>The one of that id, or of that name; null for none.</summary>
    public T? Find(IEnumerable<T> there, string idOrName) =>
        there.FirstOrDefault(item => IdOf(item).Equals(idOrName, StringComparison.OrdinalIgnoreCase))
            ?? Named(there, idOrName);

    public T? Named(IEnumerable<T> there, string name) =>
        there.FirstOrDefault(item => Conversations.Phrases.SameWords(NameOf(item), name));
}
