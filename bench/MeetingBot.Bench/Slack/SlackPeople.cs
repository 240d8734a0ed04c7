namespace MeetingBot.Bench.Slack;

/// <summary>Who and where in the workspace of the load: its people speak in channels of their own and of others.</summary>
internal static class SlackPeople
{
    public const string Team = "T0001";

    /// <summary>How many people there are; each speaks in every so manieth channel.</summary>
    public const int Members = 500;

    /// <summary>How many channels the commands go round, so that each has time for its reply.</summary>
    public const int Channels = 10_000;

    public static string Channel(int number) => FormattableString.Invariant($"C{number:D9}");

    public static string Member(int number) => FormattableString.Invariant($"U{number:D9}");
}
