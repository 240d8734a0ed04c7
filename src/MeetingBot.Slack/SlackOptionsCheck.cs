using MeetingBot.Conversations;

namespace MeetingBot.Slack;

/// <summary>Says what is wrong with the options, each in a sentence that names the setting.</summary>
public static class SlackOptionsCheck
{
    /// <summary>The settings that a service needs so that Slack can reach it.</summary>
    public const string Needed =
        "To connect Slack set Slack:BotToken (for several workspaces Slack:ClientId and Slack:ClientSecret), and "
        + "Slack:SigningSecret or, for Socket Mode, Slack:AppToken.";

    public static IReadOnlyList<string> Problems(SlackOptions options)
    {
        var problems = new List<string>(options.Unreadable);
        var serves = options.BotToken is not null || options.ClientId is not null || options.ClientSecret is not null;
        if (options.Connected && !serves)
        {
            problems.Add(
                "Slack:BotToken is missing: without it nothing can be answered in Slack. For several workspaces set "
                + "Slack:ClientId and Slack:ClientSecret in its place.");
        }
        // A forgotten secret must be told of: the door would be closed without a word.
        if (!options.Connected && options.BotToken is not null)
            problems.Add("Slack:BotToken is set, but neither Slack:SigningSecret nor Slack:AppToken is.");
        AddClient(options, problems);
        AddToken(options.BotToken, "Slack:BotToken", "xoxb-", problems);
        AddToken(options.AppToken, "Slack:AppToken", "xapp-", problems);
        AddAddress(options, problems);
        return problems;
    }

    private static void AddClient(SlackOptions options, List<string> problems)
    {
        if (options.ClientId is null && options.ClientSecret is null) return;
        if (options.ClientId is null) problems.Add("Slack:ClientSecret is set, but Slack:ClientId is not.");
        if (options.ClientSecret is null) problems.Add("Slack:ClientId is set, but Slack:ClientSecret is not.");
        if (!options.Connected)
            problems.Add("Slack:ClientId is set, but neither Slack:SigningSecret nor Slack:AppToken is.");
        if (options.BotToken is not null)
        {
            problems.Add(
                "Slack:BotToken and Slack:ClientId are both set: with the token one workspace is served, with the "
                + "client id every one that installs the app. Take one of them out.");
        }
        if (options.ClientId?.All(c => char.IsAsciiDigit(c) || c == '.') == false)
            problems.Add("Slack:ClientId must be two numbers with a dot between them.");
        if (options.ClientSecret?.All(char.IsAsciiLetterOrDigit) == false)
            problems.Add("Slack:ClientSecret has a character that is in no secret.");
        if (options.PublicUrl is not { } own)
            problems.Add("Slack:ClientId needs PublicUrl, to which Slack sends back who installs the app.");
        else if (own.Scheme != Uri.UriSchemeHttps && !(options.Development && own.IsLoopback))
            problems.Add("Slack:ClientId needs a PublicUrl that begins with https://.");
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
