namespace MeetingBot.EndToEnd.Tests.Polls;

/// <summary>
/// How a group finds the date of its next meeting, as it is told in every place that the bot meets people in: the usual
/// time is not good for one of them, and a quick poll finds another.
/// </summary>
internal static class DateStory
{
    public const string Ada = "Ada";
    public const string Luna = "Luna";

    public const string Zone = "Europe/Zurich";

    public const string FirstItem = "/agenda add Token lifetimes 15m @Luna";
    public const string SecondItem = "/agenda add Scopes of the analysis 20m";

    public const string UsualTime = "/poll usual time? 15.00 CET Tuesday 22nd July?";
    public const string QuickPoll = "/poll \"Token group\" 15.00 CET Tuesday 22nd July, Friday 11th at 16:00 CET";

    /// <summary>The options as they are shown.</summary>
    public const string Tuesday = "Tue 22 July 15:00–16:00";
    public const string Friday = "Fri 11 July 16:00–17:00";

    public const string Decided =
        "It is on Fri 11 July 16:00–17:00 (Europe/Zurich) = 14:00 UTC.";

    /// <summary>The end of the meeting in which it is asked.</summary>
    public static string[] WhenAsked { get; } = Clock("2025-06-27T15:00:00+02:00");

    /// <summary>A moment before the meeting that was found.</summary>
    public static string[] WhenMet { get; } = Clock("2025-07-11T15:59:30+02:00");

    private static string[] Clock(string now) => [$"--Clock={now}", $"--DefaultZone={Zone}"];
}
