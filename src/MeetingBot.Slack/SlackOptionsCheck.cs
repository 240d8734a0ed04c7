using MeetingBot.Conversations;

namespace MeetingBot.Slack;

/// <summary>Says what is wrong with the options, each in a sentence that names the setting.</summary>
public static class SlackOptionsCheck
{
    /// <summary>The settings that a service needs so that Slack can reach it.</summary>
    public const string Needed =
        "To connect Slack set Slack:BotToken, and Slack:SigningSecret or, for Socket Mode, Slack:AppToken.";

    public static IReadOnlyList<string> Problems(SlackOptions options)
    {
        var problems = new List<string>(options.Unreadable);
        if (options.Connected && options.BotToken is null)
            problems.Add("Slack:BotToken is missing: without it nothing can be answered in Slack.");
        // A forgotten secret must be told of: the door would be closed without a word.
        if (!options.Connected && options.BotToken is not null)
            problems.Add("Slack:BotToken is set, but neither Slack:SigningSecret nor Slack:AppToken is.");
        // What is set and has no effect would be looked for in vain.
        if (options.ClientId is not null || options.ClientSecret is not null)
            problems.Add("Slack:ClientId and Slack:ClientSecret are set, but one service serves one workspace.");
        AddToken(options.BotToken, "Slack:BotToken", "xoxb-", problems);
        AddToken(options.AppToken, "Slack:AppToken", "xapp-", problems);
        AddAddress(options, problems);
        return problems;
    }

    // The value itself is a secret, and often the other one.
    private static void AddToken(string? token, string key, string prefix, List<string> problems)
    {
        if (token is not null && !token.StartsWith(prefix, StringComparison.Ordinal))
            problems.Add($"{key} must begin with {prefix}.");
        else if (token is not null && !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            problems.Add($"{key} has a character that is in no token.");
    }

    private static void AddAddress(SlackOptions options, List<string> problems)
    {
        if (options.ApiUrl.Scheme == Uri.UriSchemeHttps) return;
        if (options.Development && LoopbackCaller.IsLoopbackUrl(options.ApiUrl.OriginalString)) return;
        problems.Add("Slack:ApiUrl must be an https address.");
    }
}
