namespace MeetingBot.Minutes;

/// <summary>Points of a list as they are typed: <c>* one</c>, <c>** below it</c>, <c>- one</c>, <c>• one</c>.</summary>
public static class Bullets
{
    /// <summary>The point that the line is, or null; it is 1 or 2 deep.</summary>
    public static (int Depth, string Text)? Read(string line)
    {
        var stars = line.TakeWhile(c => c is '*').Count();
        if (stars is 1 or 2 && line.Length > stars && line[stars] == ' ') return (stars, line[stars..].Trim());
        return line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal)
            ? (1, line[2..].Trim())
            : null;
    }
}
