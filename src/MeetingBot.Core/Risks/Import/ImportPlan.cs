using System.Collections.Immutable;

namespace MeetingBot.Risks.Import;

/// <summary>What an import comes to, beside what is there. Nothing of it is done while an error stands.</summary>
/// <param name="Assets">Those imported; beside risks, those that are added because risks name them.</param>
/// <param name="Threats">As <paramref name="Assets"/>.</param>
/// <param name="Errors">A sentence each, with its line.</param>
public sealed record ImportPlan(
    ImportKind Kind, ImmutableArray<Planned<Asset>> Assets, ImmutableArray<Planned<Threat>> Threats,
    ImmutableArray<Planned<RiskScenario>> Risks, ImmutableArray<string> Errors)
{
    /// <summary>The number of the next risk scenario afterwards; 0 where it is not about risks.</summary>
    public int NextRisk { get; init; }

    /// <summary>What was asked for, in the order of its lines.</summary>
    public IEnumerable<PlannedLine> Items => Kind switch
    {
        ImportKind.Assets => Assets, ImportKind.Threats => Threats, _ => Risks,
    };

    public int New => Items.Count(item => item.IsNew);

    public int Changed => Items.Count(item => item.IsChanged);

    public int Same => Items.Count(item => item.IsSame);

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => New + Changed == 0;

    public static ImportPlan Wrong(ImportSheet sheet) => new(sheet.Kind, [], [], [], sheet.Problems);
}

/// <summary>What one line of an import comes to.</summary>
public abstract record PlannedLine(
    int Line, string Id, string Name, bool IsNew, ImmutableArray<FieldChange> Changes)
{
    public bool IsChanged => !IsNew && !Changes.IsEmpty;

    public bool IsSame => !IsNew && Changes.IsEmpty;
}

/// <param name="Item">As it is afterwards.</param>
public sealed record Planned<T>(
    int Line, string Id, string Name, bool IsNew, ImmutableArray<FieldChange> Changes, T Item)
    : PlannedLine(Line, Id, Name, IsNew, Changes);

/// <summary>What changes of something: <c>owner: Luna → Mara</c>.</summary>
public sealed record FieldChange(string Field, string Old, string New)
{
    /// <summary>Those of two lists of fields, in the same order, that differ.</summary>
    internal static ImmutableArray<FieldChange> Between(
        IEnumerable<(string Name, string Value)> old, IEnumerable<(string Name, string Value)> now) =>
    [
        .. old.Zip(now).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new FieldChange(pair.First.Name, pair.First.Value, pair.Second.Value)),
    ];
}
