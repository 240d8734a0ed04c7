using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Payloads;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Files;

/// <summary>
/// A file that somebody sent with a message, as Slack tells of it. Source: Slack, "File object".
/// </summary>
/// <param name="Id">Slack's.</param>
/// <param name="Name">Empty where it is not told.</param>
/// <param name="Url">Untrusted: it stands in the event. Null where it is not told.</param>
/// <param name="IsCalendar">By its name or its type.</param>
/// <param name="Problem">Why it can't be had, in words; null where it may be.</param>
internal sealed record SentFile(string Id, string Name, string? Url, bool IsCalendar, string? Problem)
{
    private const string Ending = ".ics";
    private const int MostFiles = 20;
    private const int MostName = 200;
    private const int MostUrl = 4_000;
    private const string External =
        "The file lies outside of Slack, where I fetch nothing from. Upload the file itself, or paste its text.";

    /// <summary>Whether it is a calendar or a table.</summary>
    public bool IsRead => IsCalendar || AttachedFile.NamesTable(Name);

    /// <summary>Slack has told no more of it than its id: what it is has to be asked (<c>files.info</c>).</summary>
    public bool IsUntold => Problem is null && Url is null;

    /// <summary>
    /// The first of the message's files that is read; else one that is not told of or can't be had; else the first;
    /// null for none.
    /// </summary>
    public static SentFile? Of(JsonElement message)
    {
        var files = Items(Member(message, "files")).Take(MostFiles).Select(file => Read(file)).OfType<SentFile>()
            .ToList();
        return files.Find(file => file.IsRead)
            ?? files.Find(file => file.IsUntold || file.Problem is not null)
            ?? files.FirstOrDefault();
    }

    /// <summary>A file object; null for what is none.</summary>
    public static SentFile? Read(JsonElement? file)
    {
        if (Text(file, "id") is not { } id || !Place.IsId(id)) return null;
        var mode = Text(file, "mode");
        var name = NameOf(file);
        var url = Text(file, "url_private_download") ?? Text(file, "url_private");
        return new SentFile(
            id, name, url is { Length: > 0 and <= MostUrl } ? url : null,
            name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || Text(file, "mimetype") == "text/calendar",
            Problem: mode switch
            {
                "tombstone" => "The file is deleted, so I could not read it.",
                "hidden_by_limit" =>
                    "Slack hides the file, because the workspace has too many of them, so I could not read it.",
                "external" => External,
                _ when Is(file, "is_external") => External,
                _ when Size(file) > AttachedFile.MostBytes => AttachedFile.TooLarge,
                _ => null,
            });
    }

    // A snippet has its kind beside its name.
    private static string NameOf(JsonElement? file)
    {
        var name = Line(Text(file, "name") ?? "");
        var ending = Text(file, "filetype") switch
        {
            "csv" => ".csv",
            "tsv" => ".tsv",
            "markdown" => ".md",
            _ => "",
        };
        return name.Length == 0 || name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending;
    }

    // Its end says what it is.
    private static string Line(string name)
    {
        var from = Math.Max(0, name.Length - MostName);
        if (from > 0 && char.IsLowSurrogate(name[from])) from++;
        return string.Concat(name.Skip(from).Select(c => char.IsControl(c) ? ' ' : c));
    }

    private static long Size(JsonElement? file) =>
        Member(file, "size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : 0;
}
