using Microsoft.Extensions.Configuration;

namespace MeetingBot.Slack.Tests;

/// <summary>What the operator has set: read, and judged in words that name the setting and never tell it.</summary>
public sealed class SlackOptionsTests
{
    [Fact]
    public void Nothing_set_is_a_closed_door() => Assert.Empty(Problems());

    [Fact]
    public void A_secret_or_an_app_token_and_a_token_are_enough()
    {
        Assert.Empty(Problems("SigningSecret=s", "BotToken=xoxb-1-a", "ApiUrl="));
        Assert.Empty(Problems("AppToken=xapp-1-a", "BotToken=xoxb-1-a"));
        Assert.Empty(Problems("SigningSecret=s", "ClientId=1.2", "ClientSecret=s", ":PublicUrl=https://a.example"));
    }

    [Theory]
    [InlineData("SigningSecret=s", "Slack:BotToken is missing")]
    [InlineData("BotToken=xoxb-1", "neither Slack:SigningSecret nor Slack:AppToken is")]
    [InlineData("SigningSecret=s BotToken=xapp-hidden", "Slack:BotToken must begin with xoxb-")]
    [InlineData("SigningSecret=s BotToken=xoxb-hidden/x", "Slack:BotToken has a character")]
    [InlineData("BotToken=xoxb-1 AppToken=xoxb-hidden", "Slack:AppToken must begin with xapp-")]
    [InlineData("SigningSecret=s BotToken=xoxb-1 ClientId=1.2 ClientSecret=s", "Take one of them out")]
    [InlineData("SigningSecret=s ClientId=1.2", "Slack:ClientId is set, but Slack:ClientSecret is not")]
    [InlineData("SigningSecret=s ClientSecret=hidden", "Slack:ClientSecret is set, but Slack:ClientId is not")]
    [InlineData("ClientId=1.2 ClientSecret=s", "neither Slack:SigningSecret nor Slack:AppToken is")]
    [InlineData("SigningSecret=s ClientId=hidden ClientSecret=s", "Slack:ClientId must be two numbers")]
    [InlineData("SigningSecret=s ClientId=1.2 ClientSecret=hidden/", "Slack:ClientSecret has a character")]
    [InlineData("SigningSecret=s ClientId=1.2 ClientSecret=s", "Slack:ClientId needs PublicUrl")]
    [InlineData("SigningSecret=s ClientId=1.2 ClientSecret=s :PublicUrl=http://a.example", "begins with https://")]
    [InlineData("ApiUrl=http://slack.com/api/", "Slack:ApiUrl must be an https address")]
    [InlineData("ApiUrl=http://127.0.0.1/api/", "Slack:ApiUrl must be an https address")]
    [InlineData("ApiUrl=slack", "Slack:ApiUrl is 'slack'")]
    public void What_is_wrong_is_named(string settings, string expected)
    {
        var problems = string.Join(' ', Problems(settings.Split(' ')));

        Assert.Contains(expected, problems, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://slack.example/api", "https://slack.example/api/")]
    [InlineData("https://slack.example/api/", "https://slack.example/api/")]
    public void The_address_of_the_web_api_ends_in_a_slash(string set, string read) =>
        Assert.Equal(read, Read($"ApiUrl={set}").ApiUrl.AbsoluteUri);

    private static IReadOnlyList<string> Problems(params string[] settings) => SlackOptionsCheck.Problems(Read(settings));

    private static SlackOptions Read(params string[] settings) => SlackSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .ToDictionary(pair => pair[0][0] == ':' ? pair[0][1..] : $"Slack:{pair[0]}", pair => (string?)pair[1])).Build(),
        development: false);
}
