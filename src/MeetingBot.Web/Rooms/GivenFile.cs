using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Web.Doors;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// A calendar or a table that somebody sends as a file with a line, or in place of one. The page's script has read it:
/// it comes as the fields <c>file</c>, its name, and <c>calendar</c>, its text.
/// </summary>
internal static class GivenFile
{
    private const string Ending = ".ics";
    private const int MostName = 100;

    /// <summary>The file, or null for none, or with what is wrong with it.</summary>
    public static AttachedFile? Read(PostedForm form, out string? complaint)
    {
        complaint = null;
        var name = Phrases.Words(form["file"]);
        if (name.Length == 0) return null;
        if (!name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && !AttachedFile.NamesTable(name))
        {
            complaint = $"{AttachedFile.OnlyRead} Nothing was saved.";
            return null;
        }
        var content = Encoding.UTF8.GetBytes(form["calendar"]);
        if (content.Length > AttachedFile.MostBytes)
        {
            complaint = $"{AttachedFile.TooLarge} Nothing was saved.";
            return null;
        }
        return new AttachedFile(name.Length > MostName ? "…" + name[^MostName..] : name, content);
    }

    /// <summary>What the room shows of a line and the file that came with it: never what is in the file.</summary>
    public static string Shown(string text, AttachedFile? file) =>
        file is null ? text : $"{text}\nFile: {file.Name}".TrimStart();
}
