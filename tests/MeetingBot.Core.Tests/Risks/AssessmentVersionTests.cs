using MeetingBot.Kit;

namespace MeetingBot.Risks;

/// <summary>A version is written alike wherever it is typed.</summary>
public sealed class AssessmentVersionTests
{
    [Theory]
    [InlineData("v1.0", "1.0")]
    [InlineData("V 1.0", "1.0")]
    [InlineData("version 1.0.2", "1.0.2")]
    [InlineData("1.10", "1.10")]
    [InlineData("1", null)]
    [InlineData("1.0.0.0", null)]
    [InlineData("v1.0 final", null)]
    [InlineData("12345.0", null)]
    [InlineData("", null)]
    public void Version_IsNumbersWithPoints(string typed, string? version) => Assert.Equal(version, AssessmentVersion.Read(typed));

    [Theory]
    [InlineData("", "v1.1", null)]
    [InlineData("v1.0", "v1.0", null)]
    [InlineData("version 1.0 for TLP:GREEN", "v1.0", "For TLP:GREEN")]
    [InlineData("for amber+strict", "v1.1", "For TLP:AMBER+STRICT")]
    [InlineData("1.0 FOR green", "v1.0", "For TLP:GREEN")]
    public async Task Report_IsOfThatVersion_ForThatAudience(string typed, string version, string? audience)
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk freeze version 1.0");
        await room.Says("Anna", $"/risk report {typed}".TrimEnd());
        var card = room.Transcript.Last(message => message.Card is not null).Card!;
        Assert.EndsWith(version, card.Title, StringComparison.Ordinal);
        if (audience is not null) Assert.Contains(audience, card.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file v1.0", "risk-report-v1.0.pdf")]
    [InlineData("file", "risk-report.pdf")]
    [InlineData("as a file for TLP:GREEN", "risk-report.pdf")]
    public async Task ReportAsAFile_IsSentToWhoAsksAlone_AtTheAddressOfItsPage(string typed, string name)
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk freeze version 1.0");
        await room.Says("Ben", $"/risk report {typed}");
        var sent = room.Bot.Channel.Sent.Select(one => one.Message).Last(message => message.File is not null);
        Assert.Equal((Room.Who("Ben").Key, name), (sent.Recipient?.Key, sent.File!.Name));
        var token = sent.File.Reference["report/".Length..];
        Assert.Contains($"https://bot.example/report/{token}.pdf", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            room.Bot.Channel.Sent, one => one.Message.Recipient is null
                && one.Message.Text.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/risk report v1.0 for everybody", "For whom?")]
    [InlineData("/risk report final", "Of which version, and for whom?")]
    [InlineData("/risk report v2.0", "No version is frozen yet")]
    [InlineData("/risk freeze final", "As which version?")]
    public async Task WhatIsNone_IsAskedAbout(string typed, string said)
    {
        using var room = await RiskRoom.WithRisks(1);
        Assert.Contains(said, await room.Says("Anna", typed), StringComparison.Ordinal);
    }
}
