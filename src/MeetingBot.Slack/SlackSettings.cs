using Microsoft.Extensions.Configuration;

namespace MeetingBot.Slack;

/// <summary>Reads <see cref="SlackOptions"/> from the section <c>Slack</c>.</summary>
public static class SlackSettings
{
    public static SlackOptions Read(IConfiguration configuration, bool development)
    {
        var problems = new List<string>();
        var slack = configuration.GetSection("Slack");
        return new SlackOptions
        {
            SigningSecret = Text(slack["SigningSecret"]),
            BotToken = Text(slack["BotToken"]),
            AppToken = Text(slack["AppToken"]),
            ClientId = Text(slack["ClientId"]),
            ClientSecret = Text(slack["ClientSecret"]),
            PublicUrl = Uri.TryCreate(Text(configuration["PublicUrl"]), UriKind.Absolute, out var own) ? own : null,
            ApiUrl = Address(Text(slack["ApiUrl"]), problems),
            Development = development,
            Unreadable = problems,
        };
    }

    private static Uri Address(string? value, List<string> problems)
    {
        if (value is null) return SlackOptions.SlackApi;
        if (Uri.TryCreate(value.TrimEnd('/') + "/", UriKind.Absolute, out var address)) return address;
        problems.Add($"Slack:ApiUrl is '{value}', which is no absolute address.");
        return SlackOptions.SlackApi;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
