using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;
using static MeetingBot.EndToEnd.Tests.Risks.ScoreStory;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>
/// The story in a group chat of Teams: everybody's card arrives in their own chat with the bot, what is pressed there is
/// the group's, and the receipt with the next risk is in the response.
/// </summary>
public sealed class ScoresOverActivitiesTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private int messages;

    [Fact]
    public async Task EightMembersScoreInTheirOwnChats_TalkAboutTheSplitRow_AgreeAndHandInAReport()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path, WhenAsked);
        var chat = new Chat(connector, "scores");
        async Task<string> SayAsync(string who, string text) => await chat.AskAsync(bot, who, $"said-{++messages}", text);
        async Task<string> RunAsync(string text, string answer)
        {
            var said = await SayAsync(Chair, text);
            Assert.Contains(answer, said, StringComparison.Ordinal);
            return said;
        }

        await RunAsync(Begin, Begun);
        await RunAsync(Scope, "In: tokens from issue to use, and their workflows");
        await chat.SayAsync(bot, Chair, "import", Import);
        var (confirm, import) = (await CardAsync(connector, chat.Id, card => card.Title == ToImport)).Press(ImportNow);
        Assert.Contains(Imported, (await chat.PressAsync(bot, Chair, "import-now", confirm, import)).Body, StringComparison.Ordinal);
        foreach (var member in Members) await SayAsync(member, "/help risks");
        foreach (var community in Communities) await RunAsync(community, "Communities of ");
        foreach (var risk in Scenarios) await RunAsync(Add(risk), risk.Title);
        await chat.SayAsync(bot, Chair, "open-1", Open);
        foreach (var member in Members) await ScoreAsync(bot, connector, member);
        await CardAsync(connector, chat.Id, card => card.Title == Opened && card.Texts.Any(text => text.Contains("Hana 3 of 5", StringComparison.Ordinal)));
        AssertBlind(connector, chat);

        await chat.SayAsync(bot, Chair, "reveal-1", "/risk reveal");
        var result = await CardAsync(connector, chat.Id, card => card.Title.EndsWith("how the scores fell", StringComparison.Ordinal));
        foreach (var words in OfAll) Assert.Contains(words, result.Texts);
        foreach (var risk in Figures.GroupBy(figures => figures.Risk)) await FiguresAsync(bot, connector, chat, risk);

        await RunAsync("/risk discuss", ForTheMeeting);
        await RunAsync("/meeting start Scores", "Scores has started");
        await RunAsync("/agenda next", "Now 1. TR-2");
        await ToldAsync(connector, ConnectorCall.PersonalOf(Outlier), "TR-2 is being talked about. You scored likelihood 5, away from others");
        Assert.DoesNotContain(connector.Taken.Snapshot(), call =>
            call.Conversation != ConnectorCall.PersonalOf(Outlier) && call.Text.Contains("You scored likelihood 5", StringComparison.Ordinal));

        await chat.SayAsync(bot, Chair, "open-2", OpenAgain);
        for (var member = 0; member < Members.Length; member++)
        {
            var own = await OwnCardAsync(connector, Members[member], "TR-2: ", second: true);
            await PressAsync(bot, connector, Members[member], own, "Save", ("likelihood", $"{Again[member]}"), ("impact", "4"));
        }
        await chat.SayAsync(bot, Chair, "reveal-2", "/risk reveal");
        await ToldAsync(connector, chat.Id, RevealedAgain);
        await RunAsync("/risk agree TR-2", Agreed);
        await RunAsync(Treat, Treated);
        await RunAsync("/meeting end", "Scores has ended");
        await RunAsync("/risk freeze v1.0", Frozen);
        await chat.SayAsync(bot, Chair, "report", "/risk report v1.0");
        var report = await CardAsync(connector, chat.Id, card => card.Title == "Report of \"Tokens in a grid\" v1.0");
        Assert.Equal("%PDF-", (await bot.Client.GetStringAsync(report.Link("PDF")))[..5]);
    }

    // From the first risk to the last: what is skipped is not answered.
    private async Task ScoreAsync(BotProcess bot, FakeConnector connector, string member)
    {
        var card = await OwnCardAsync(connector, member, "TR-1: ", second: false);
        for (var risk = 0; risk < Scenarios.Length; risk++)
        {
            Assert.StartsWith($"TR-{risk + 1}: ", card.Title, StringComparison.Ordinal);
            if (Score(member, risk) is not var (likelihood, impact))
            {
                if (risk < Scenarios.Length - 1) card = await PressAsync(bot, connector, member, card, "Skip to the next");
                continue;
            }
            var save = card.Buttons.Contains("Save and next") ? "Save and next" : "Save";
            card = await PressAsync(
                bot, connector, member, card, save, ("likelihood", $"{likelihood}"), ("impact", $"{impact}"), ("rationale", Reason(member, risk)));
            Assert.Contains(card.Texts, text => text.StartsWith("Recorded ", StringComparison.Ordinal)
                && text.Contains($": TR-{risk + 1}, likelihood ", StringComparison.Ordinal));
        }
    }

    private async Task<SentCard> PressAsync(
        BotProcess bot, FakeConnector connector, string who, SentCard card, string button, params (string, string)[] inputs)
    {
        var (verb, fields) = card.Press(button, inputs);
        var press = Activities.Pressed(connector.ServiceUrl, ConnectorCall.PersonalOf(who), who, $"press-{++messages}", verb, fields);
        press["conversation"]!["conversationType"] = "personal";
        press["conversation"]!["isGroup"] = false;
        return SentCard.Answered(await Chat.PostAsync(bot, press));
    }

    private static async Task FiguresAsync(
        BotProcess bot, FakeConnector connector, Chat chat, IGrouping<string, (string Risk, string Middle, string Spread)> risk)
    {
        await chat.SayAsync(bot, Outlier, $"show-{risk.Key}", $"/risks {risk.Key}");
        var card = await CardAsync(connector, chat.Id, card => card.Title.StartsWith($"{risk.Key}: ", StringComparison.Ordinal));
        foreach (var (_, middle, spread) in risk)
        {
            Assert.Contains(card.Texts, text => text.Contains(middle, StringComparison.Ordinal) && text.Contains(spread, StringComparison.Ordinal));
        }
        if (risk.Key == "TR-2") Assert.Contains(card.Texts, text => text.Contains(Weighted, StringComparison.Ordinal));
    }

    // What the group and each member were sent so far.
    private static void AssertBlind(FakeConnector connector, Chat chat)
    {
        foreach (var call in connector.Taken.Snapshot())
        {
            var reader = Members.FirstOrDefault(member => call.Conversation == ConnectorCall.PersonalOf(member)) ?? "nobody";
            Assert.True(reader != "nobody" || call.Conversation == chat.Id, call.Conversation);
            var sent = call.Body.GetRawText();
            foreach (var words in (string[])[.. ReasonsOfOthers(reader), "median", "consensus", "SPLIT", "KNOWLEDGE_GAP"])
                Assert.DoesNotContain(words, sent, StringComparison.Ordinal);
        }
    }

    private static Task<SentCard> OwnCardAsync(FakeConnector connector, string member, string title, bool second) => CardAsync(
        connector, ConnectorCall.PersonalOf(member), card => card.Title.StartsWith(title, StringComparison.Ordinal)
            && card.Texts.Any(text => text.Contains(second ? "1 of 1" : "1 of 5", StringComparison.Ordinal)));

    private static async Task ToldAsync(FakeConnector connector, string conversation, string words) => await connector.Taken.WaitAsync(
        call => call.Conversation == conversation && call.Text.Contains(words, StringComparison.Ordinal), Soon, () => words);

    private static async Task<SentCard> CardAsync(FakeConnector connector, string conversation, Func<SentCard, bool> fits) =>
        SentCard.Of(await connector.Taken.WaitAsync(
            call => call.Conversation == conversation && SentCard.Of(call) is { } card && fits(card), Soon, () => "a card"))!;
}
