namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>
/// These tests load the whole machine or measure it: they run one after another and beside nothing else. Those that
/// only need a process of the bot run beside the browser.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "one at a time";
}
