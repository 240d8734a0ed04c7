using MeetingBot.Conversations;
using MeetingBot.Web.Rooms;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class TypedLineTests
{
    [Theory]
    [InlineData("/agenda", "/agenda", true)]
    [InlineData("@MeetingBot agenda", "agenda", true)]
    [InlineData("@meetingbot: /agenda", "/agenda", true)]
    [InlineData("@MeetingBot", "", true)]
    [InlineData("@MeetingBots agenda", "@MeetingBots agenda", false)]
    [InlineData("agenda add Budget", "agenda add Budget", false)]
    [InlineData("thanks @MeetingBot", "thanks @MeetingBot", false)]
    public void SlashOrMentionOfTheBot_IsAddressed(string typed, string text, bool addressed)
    {
        var message = Read(typed);
        Assert.Equal((text, addressed, true), (message.Text, message.Addressed, message.Bare));
        Assert.Equal(("web", "local", "main", ConversationKind.Room), (message.Conversation.Platform,
            message.Conversation.Tenant, message.Conversation.Id, message.Conversation.Kind));
    }

    [Fact]
    public void KnownNames_AreMentionedInOrder_TheLongestWins()
    {
        var message = Read(
            "agenda add X @noor haddad and @Ann, not @Anna nor me@Ann", "Ann", "Noor", "Noor Haddad", "Luna");
        Assert.Equal(["noor haddad", "ann"], message.Mentioned.Select(p => p.Id));
    }

    private static IncomingMessage Read(string text, params string[] people) =>
        TypedLine.Read("delivery", "main", Visitor.Named("Luna"), text, "0000000001", people);
}
