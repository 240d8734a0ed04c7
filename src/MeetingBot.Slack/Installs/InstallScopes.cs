namespace MeetingBot.Slack.Installs;

/// <summary>What a workspace is asked for: the bot's scopes, as they stand in the manifest.</summary>
internal static class InstallScopes
{
    /// <summary>In the order of the alphabet.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read",
        "files:write", "groups:history", "groups:read", "im:history", "im:write", "mpim:history", "team:read",
        "users:read",
    ];
}
