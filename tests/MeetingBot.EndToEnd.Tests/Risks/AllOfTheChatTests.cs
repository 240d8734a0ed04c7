using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>A round is for all who are in the chat: Teams is asked who that is, and who comes later gets a card too.</summary>
public sealed class AllOfTheChatTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task MembersWhoHaveNeverSpoken_GetTheirCards_OneEach()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        connector.People = ["Anna", "Ben", "Carl"];
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "all");
        await chat.AskAsync(bot, "Anna", "new", "/risk new Tokens");
        await chat.AskAsync(bot, "Anna", "add", "/risk add Stolen token is replayed");
        await chat.SayAsync(bot, "Anna", "open", "/risk open");
        foreach (var who in connector.People) await CardAsync(connector, who);

        connector.People = [.. connector.People, "Dora"];
        await chat.AddedAsync(bot, "Dora");
        await CardAsync(connector, "Dora");
        await connector.Taken.WaitAsync(
            call => call.Conversation == chat.Id && call.Body.GetRawText().Contains("Nothing yet (4): Anna, Ben, Carl, Dora", StringComparison.Ordinal),
            Soon, () => "the shared card with all four");
    }

    private static Task<ConnectorCall> CardAsync(FakeConnector connector, string who) => connector.Taken.WaitAsync(
        call => call.Conversation == ConnectorCall.PersonalOf(who) && SentCard.Of(call)?.Title.StartsWith("TR-1: ", StringComparison.Ordinal) == true,
        Soon, () => $"the card of {who}");
}
