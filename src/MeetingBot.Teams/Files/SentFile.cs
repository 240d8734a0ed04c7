using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Teams.Activities;
using static MeetingBot.Teams.Activities.JsonMembers;

namespace MeetingBot.Teams.Files;

/// <summary>A file that somebody sent in their personal chat: Teams tells where it lies for a while.</summary>
/// <param name="Url">Untrusted: it stands in the activity.</param>
/// <param name="IsCalendar">By its name or its type.</param>
internal readonly record struct SentFile(string Name, string Url, bool IsCalendar)
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";
    private const string Ending = ".ics";
    private const int MostAttachments = 20;
    private const int MostName = 200;
    private const int MostUrl = 4_000;

    /// <summary>Whether it is a calendar or a table.</summary>
    public bool IsRead => IsCalendar || AttachedFile.NamesTable(Name);

    /// <summary>
    /// The first among the attachments that is read, or the first file; null for none. What is no file is passed over.
    /// </summary>
    public static SentFile? Of(Activity activity)
    {
        if (activity.Attachments is not { ValueKind: JsonValueKind.Array } attachments) return null;
        var files = attachments.EnumerateArray().Take(MostAttachments).Select(Read).OfType<SentFile>().ToList();
        if (files.Count == 0) return null;
        return files.Find(file => file.IsRead) is { Url: not null } read ? read : files[0];
    }

    private static SentFile? Read(JsonElement attachment)
    {
        if (Text(attachment, "contentType") != DownloadInfo || Member(attachment, "content") is not { } content)
            return null;
        var name = Text(attachment, "name") ?? "";
        var isCalendar = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Text(content, "fileType"), Ending[1..], StringComparison.OrdinalIgnoreCase);
        return Text(content, "downloadUrl") is { Length: > 0 and <= MostUrl } url
            ? new SentFile(name.Length > MostName ? name[^MostName..] : name, url, isCalendar)
            : null;
    }
}
