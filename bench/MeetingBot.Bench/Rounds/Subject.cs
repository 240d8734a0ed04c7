namespace MeetingBot.Bench.Rounds;

/// <summary>Something to measure.</summary>
/// <param name="Program">The file to run.</param>
/// <param name="LineText">What stands before <c>hello N</c> in a line.</param>
/// <param name="HasMeetings">Each conversation starts a meeting first.</param>
/// <param name="Tokens">How many different tokens come to the authenticated door; 0 for the open one.</param>
internal sealed record Subject(string Name, string Program, string LineText = "note: ", bool HasMeetings = true, int Tokens = 0)
{
    public static Subject Floor { get; } = new("floor: bare ASP.NET Core echo", Bots.Programs.Floor, "", HasMeetings: false);

    public static Subject Bot(Options options) => new("MeetingBot", options.Bot is { } path ? Path.GetFullPath(path) : Bots.Programs.Bot);

    /// <summary>All that the options ask for, in the order of one round.</summary>
    public static List<Subject> Of(Options options)
    {
        var bot = Bot(options);
        var subjects = new List<Subject> { bot };
        if (options.Auth)
        {
            subjects.Add(bot with { Name = "MeetingBot, one token", Tokens = 1 });
            subjects.Add(bot with { Name = $"MeetingBot, {options.Tokens:N0} tokens", Tokens = options.Tokens });
        }
        if (options.Floor) subjects.Add(Floor);
        return subjects;
    }
}
