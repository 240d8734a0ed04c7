using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Slack.Tests.Support;
using MeetingBot.Testing;
using static MeetingBot.EndToEnd.Tests.Risks.ScoreStory;

namespace MeetingBot.EndToEnd.Tests.Slack;

/// <summary>
/// The story in a channel of Slack: everybody's card arrives in their own chat with the bot, and the receipt with the next
/// risk takes its place.
/// </summary>
public sealed class ScoresInSlackTests
{
    [Fact]
    public async Task EightMembersScoreInTheirOwnChats_TalkAboutTheSplitRow_AgreeAndHandInAReport()
    {
        using var folder = new TemporaryFolder();
        await using var people = await SlackPeople.StartAsync("Europe/Zurich", Members);
        await using var bot = await BotProcess.StartAsync(folder.Path, [.. WhenAsked, .. people.Settings]);
        async Task<FakeMessage> RunAsync(string text, string answer)
        {
            await people.TypesAsync(bot.Address, Chair, text);
            return await people.SeesAsync(answer);
        }

        await RunAsync(Begin, Begun);
        await RunAsync(Scope, "In: tokens from issue to use, and their workflows");
        var import = await RunAsync(Import, ToImport);
        var done = await people.PressesAsync(bot.Address, import, ImportNow, Chair);
        Assert.Contains(Imported, done.All, StringComparison.Ordinal);
        foreach (var member in Members) await people.TypesAsync(bot.Address, member, "/help risks");
        foreach (var community in Communities) await RunAsync(community, "Communities of ");
        foreach (var risk in Scenarios) await RunAsync(Add(risk), risk.Title);
        await people.TypesAsync(bot.Address, Chair, Open);
        foreach (var member in Members) await ScoreAsync(bot.Address, people, member);
        await people.SeesAsync("Hana 3 of 5");
        AssertBlind(people);

        await people.TypesAsync(bot.Address, Chair, "/risk reveal");
        var result = await people.SeesAsync("how the scores fell");
        foreach (var words in OfAll) Assert.Contains(words, result.All, StringComparison.Ordinal);
        foreach (var risk in Figures.GroupBy(figures => figures.Risk)) await FiguresAsync(bot.Address, people, risk);

        await RunAsync("/risk discuss", ForTheMeeting);
        await RunAsync("/meeting start Scores", "Scores has started");
        await RunAsync("/agenda next", "Now 1. TR-2");
        const string invited = "TR-2 is being talked about. You scored likelihood 5, away from others";
        await people.SeesAsync(invited, SlackPeople.PersonalOf(Outlier));
        Assert.All(
            people.Slack.Methods.Messages.Where(message => message.Channel != SlackPeople.PersonalOf(Outlier)),
            message => Assert.DoesNotContain("You scored likelihood 5", message.All, StringComparison.Ordinal));

        await people.TypesAsync(bot.Address, Chair, OpenAgain);
        for (var member = 0; member < Members.Length; member++)
        {
            var own = await OwnCardAsync(people, Members[member], "TR-2: ", "1 of 1");
            await people.PressesAsync(
                bot.Address, own, "Save", Members[member], ("likelihood", $"{Again[member]}"), ("impact", "4"));
        }
        await RunAsync("/risk reveal", RevealedAgain);
        await RunAsync("/risk agree TR-2", Agreed);
        await RunAsync(Treat, Treated);
        await RunAsync("/meeting end", "Scores has ended");
        await RunAsync("/risk freeze v1.0", Frozen);
        var report = await RunAsync("/risk report v1.0", "Report of \"Tokens in a grid\" v1.0");
        var address = (string)BlockNodes.Button(report, "PDF")["url"]!;
        Assert.Equal("%PDF-", (await bot.Client.GetStringAsync(new Uri(address)))[..5]);
        await people.TypesAsync(bot.Address, Outlier, "/risk report file v1.0");
        await people.SharesAsync("risk-report-v1.0.pdf", SlackPeople.PersonalOf(Outlier));
        Assert.Empty(people.Slack.Problems);
    }

    private static async Task ScoreAsync(Uri bot, SlackPeople people, string member)
    {
        var card = await OwnCardAsync(people, member, "TR-1: ", "1 of 5");
        for (var risk = 0; risk < Scenarios.Length; risk++)
        {
            Assert.Contains($"TR-{risk + 1}: ", card.All, StringComparison.Ordinal);
            var last = risk == Scenarios.Length - 1;
            if (Score(member, risk) is not var (likelihood, impact))
            {
                if (!last) card = await people.PressesAsync(bot, card, "Skip to the next", member);
                continue;
            }
            card = await people.PressesAsync(
                bot, card, last ? "Save" : "Save and next", member, ("likelihood", $"{likelihood}"), ("impact", $"{impact}"),
                ("rationale", Reason(member, risk)));
            Assert.Contains($": TR-{risk + 1}, likelihood ", card.All, StringComparison.Ordinal);
        }
    }

    private static async Task FiguresAsync(
        Uri bot, SlackPeople people, IGrouping<string, (string Risk, string Middle, string Spread)> risk)
    {
        var before = people.Slack.Methods.Messages.Count;
        await people.TypesAsync(bot, Outlier, $"/risks {risk.Key}");
        var card = await people.SeesAsync(
            message => message.Channel == SlackPeople.Channel && message.All.Contains($"{risk.Key}: ", StringComparison.Ordinal),
            risk.Key, before);
        foreach (var (_, middle, spread) in risk)
        {
            Assert.Contains(middle, card.All, StringComparison.Ordinal);
            Assert.Contains(spread, card.All, StringComparison.Ordinal);
        }
        if (risk.Key == "TR-2") Assert.Contains(Weighted, card.All, StringComparison.Ordinal);
    }

    // What the group and each member can read so far.
    private static void AssertBlind(SlackPeople people)
    {
        foreach (var message in people.Slack.Methods.Messages)
        {
            var reader = Members.FirstOrDefault(member => message.Channel == SlackPeople.PersonalOf(member)) ?? "nobody";
            Assert.True(reader != "nobody" || message.Channel == SlackPeople.Channel, message.Channel);
            foreach (var words in (string[])[.. ReasonsOfOthers(reader), "median", "consensus", "SPLIT", "KNOWLEDGE_GAP"])
                Assert.DoesNotContain(words, message.Text + message.Blocks, StringComparison.Ordinal);
        }
    }

    private static Task<FakeMessage> OwnCardAsync(SlackPeople people, string member, string title, string place) =>
        people.SeesAsync(
            message => message.Channel == SlackPeople.PersonalOf(member)
                && message.All.Contains(title, StringComparison.Ordinal) && message.All.Contains(place, StringComparison.Ordinal),
            $"{title} for {member}");
}
