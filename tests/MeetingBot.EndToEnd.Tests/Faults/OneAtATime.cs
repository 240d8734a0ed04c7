namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>These tests load the whole machine: they run one after another and beside nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "one at a time";
}
