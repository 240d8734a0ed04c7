using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Slack.Files;

namespace MeetingBot.Slack.Payloads;

/// <summary>What became of a payload: a turn to run, nothing, or a problem.</summary>
/// <param name="Make">The turn, once the people's names are known; null for none.</param>
/// <param name="Users">The ids of the people of whom a name is wanted.</param>
internal sealed record Translation(
    string Tenant, ImmutableArray<string> Users, Func<Profiles, Incoming?>? Make, string? Problem = null)
{
    public static readonly Translation Ignored = new("", [], null);

    /// <summary>Where what concerns only the person can be told for half an hour.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>A file that came with the message; null for none.</summary>
    public SentFile? File { get; init; }

    public static Translation Bad(string problem) => new("", [], null, problem);
}
