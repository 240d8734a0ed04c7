namespace MeetingBot.Risks.Import;

/// <summary>What is imported.</summary>
public enum ImportKind { Assets, Threats, Risks }

/// <summary>What a column of an import is.</summary>
public enum ImportField
{
    Id, Name, Kind, Description, Owner, Confidentiality, Integrity, Availability, References, Stride, Assets, Threats,
    Mitigation, Workflow, Communities,

    /// <summary>Somebody's average, which is no score of a member.</summary>
    EarlierLikelihood,

    /// <summary>Somebody's average, which is no score of a member.</summary>
    EarlierImpact,
}

/// <summary>Words about kinds.</summary>
internal static class ImportKinds
{
    /// <summary>As the commands say it: <c>assets</c>.</summary>
    public static string Words(this ImportKind kind) => kind switch
    {
        ImportKind.Assets => "assets", ImportKind.Threats => "threats", _ => "risks",
    };

    /// <summary>One of them: <c>asset</c>.</summary>
    public static string One(this ImportKind kind) => kind.Words()[..^1];

    public static ImportKind? Read(string words) => words.ToLowerInvariant() switch
    {
        "assets" or "asset" => ImportKind.Assets,
        "threats" or "threat" => ImportKind.Threats,
        "risks" or "risk" or "scenarios" => ImportKind.Risks,
        _ => null,
    };

    /// <summary>The columns by which one can write such a table.</summary>
    public static string Columns(this ImportKind kind) => kind switch
    {
        ImportKind.Assets => "id;name;kind;description;owner;c;i;a;references",
        ImportKind.Threats => "id;name;stride;description;references",
        _ => "id;title;description;assets;threats;mitigation;workflow;community;references",
    };
}
