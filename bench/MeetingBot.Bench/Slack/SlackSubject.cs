using MeetingBot.Bench.Bots;

namespace MeetingBot.Bench.Slack;

/// <summary>Something that takes commands of Slack.</summary>
/// <param name="Stores">It keeps what is said, in the minutes of a meeting that is started in each channel.</param>
/// <param name="InAnswer">It replies in the answer to the request.</param>
internal sealed record SlackSubject(string Name, string Program, string[] Arguments, bool Stores = false, bool InAnswer = false)
{
    public static SlackSubject Bot(Options options) =>
        new("MeetingBot: stored, posted", options.Bot is { } path ? Path.GetFullPath(path) : Programs.Bot, [], Stores: true);

    /// <summary>All that the options ask for, in the order of one round.</summary>
    public static List<SlackSubject> Of(Options options)
    {
        var subjects = new List<SlackSubject>();
        if (options.Slack) subjects.Add(Bot(options));
        if (!options.Bolt) return subjects;
        subjects.Add(new SlackSubject("Bolt: ack(), respond()", "node", [Programs.Bolt, "respond"]));
        subjects.Add(new SlackSubject("Bolt: ack(text)", "node", [Programs.Bolt, "ack"], InAnswer: true));
        return subjects;
    }
}
