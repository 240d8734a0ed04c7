namespace MeetingBot.Meetings;

/// <summary>When a short form that minutes use means a person's name.</summary>
public static class Names
{
    public static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The name itself, its first name, or its initials: <c>ML</c> for "Mara Lind", <c>DavidC</c> for "David Cole".</summary>
    public static bool Means(string shortForm, string name)
    {
        if (Same(shortForm, name)) return true;
        var parts = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return false;
        if (Same(shortForm, parts[0])) return true;
        if (parts.Length < 2) return false;
        var initials = string.Concat(parts.Select(part => part[0]));
        return Same(shortForm, initials) || Same(shortForm, $"{parts[0][0]}{parts[^1][0]}") || Same(shortForm, $"{parts[0]}{parts[^1][0]}");
    }
}
