using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Who somebody says they are: nobody vouches for it, which is why the room is open to this machine only.
/// </summary>
public static class Visitor
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 60;

    /// <summary>The bot's name, which nobody else may take.</summary>
    public const string Bot = "MeetingBot";

    /// <summary>The person of that typed name, or null with what is wrong with it.</summary>
    public static Person? Read(string typed, out string? complaint)
    {
        var name = Tidy(typed);
        complaint = name switch
        {
            "" => "Type a name that the others in the room will see.",
            { Length: > MaxName } => $"That is longer than a name: at most {MaxName} characters.",
            _ when name.Equals(Bot, StringComparison.OrdinalIgnoreCase) =>
                $"{Bot} is the bot itself. Take another name.",
            _ => null,
        };
        return complaint is null ? Named(name) : null;
    }

    /// <summary>The person of a name that is known to be good.</summary>
    public static Person Named(string name) =>
        new(RoomName.Platform, RoomName.Tenant, name.ToLowerInvariant(), name);

    // Marks that turn the direction of the text would let one name look like another.
    private static string Tidy(string typed)
    {
        var tidy = new StringBuilder();
        foreach (var c in typed.AsSpan(0, Math.Min(typed.Length, 1000)))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) Space(tidy);
            else if (!Markdown.IsBidiControl(c) && c is not '\u200B' and not '\uFEFF') tidy.Append(c);
        }
        return tidy.ToString().TrimEnd();
    }

    private static void Space(StringBuilder tidy)
    {
        if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
    }
}
