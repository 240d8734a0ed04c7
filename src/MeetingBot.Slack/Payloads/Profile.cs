namespace MeetingBot.Slack.Payloads;

/// <summary>What a workspace tells of somebody.</summary>
/// <param name="Name">On one line, at most <see cref="Conversations.Person.MaxName"/> long; empty if not told.</param>
/// <param name="Zone">IANA zone of their client.</param>
/// <param name="IsBot">No person, or none any more: the account was deactivated.</param>
internal sealed record Profile(string Name, string? Zone = null, bool IsBot = false);
