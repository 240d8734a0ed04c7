using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Activities;

public sealed class ActivityTranslatorTests
{
    private const string Channel = "19:c@thread.tacv2";
    private const string Thread = "19:c@thread.tacv2;messageid=1";

    [Theory]
    [InlineData("personal", "a:1", ConversationKind.Personal, "a:1", null)]
    [InlineData("PERSONAL", "a:1", ConversationKind.Personal, "a:1", null)]
    [InlineData("groupChat", "19:x@thread.v2", ConversationKind.Chat, "19:x@thread.v2", null)]
    [InlineData("groupchat", "19:meeting_x@thread.v2", ConversationKind.Chat, "19:meeting_x@thread.v2", null)]
    [InlineData("channel", "19:c@thread.tacv2;messageid=1", ConversationKind.Channel, Channel, Thread)]
    [InlineData("channel", "19:c@thread.tacv2", ConversationKind.Channel, "19:c@thread.tacv2", null)]
    [InlineData(null, "19:c@thread.tacv2;messageid=1", ConversationKind.Channel, Channel, Thread)]
    [InlineData(null, "19:meeting_x@thread.v2", ConversationKind.Chat, "19:meeting_x@thread.v2", null)]
    [InlineData(null, "a:1", ConversationKind.Personal, "a:1", null)]
    public void Conversation_IsTheGroupAndItsThread(
        string? type, string id, ConversationKind kind, string group, string? thread)
    {
        var said = Translated.To<IncomingMessage>(
            Message().With("conversation.conversationType", type).With("conversation.id", id));

        Assert.Equal(kind, said.Conversation.Kind);
        Assert.Equal(group, said.Conversation.Id);
        Assert.Equal(thread, said.Conversation.Thread);
        Assert.Equal(ServiceUrl, said.Conversation.ServiceUrl);
        Assert.Equal(BotId, said.Conversation.Bot);
    }

    [Fact]
    public void Tenant_IsTakenFromEitherPlace()
    {
        var elsewhere = Message().Without("conversation.tenantId").With("channelData.tenant.id", "t-2");

        Assert.Equal(Tenant, Translated.To<IncomingMessage>(Message()).Conversation.Tenant);
        Assert.Equal("t-2", Translated.To<IncomingMessage>(elsewhere).Sender.Tenant);
    }

    [Theory]
    [InlineData("Europe/Zurich", "Europe/Zurich")]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("W. Europe Standard Time", null)]
    [InlineData("+02:00", null)]
    public void ZoneOfTheClient_IsAnIanaNameOrNone(string told, string? zone) =>
        Assert.Equal(zone, Translated.To<IncomingMessage>(Message().With("localTimezone", told)).Sender.Zone);

    [Theory]
    [InlineData("personal", "agenda", true, true)]
    [InlineData("groupChat", "agenda", false, false)]
    [InlineData("groupChat", " /agenda", true, false)]
    [InlineData("channel", "/agenda", true, false)]
    public void Addressed_IsPersonalOrASlash(string type, string text, bool addressed, bool bare)
    {
        var said = Translated.To<IncomingMessage>(Message(text, type));

        Assert.Equal(addressed, said.Addressed);
        Assert.Equal(bare, said.Bare);
    }

    [Fact]
    public void SameActivity_HasTheSameDeliveryId_AndOneInAnotherThreadAnother()
    {
        string Id(string thread, string id) => Translated.To<IncomingMessage>(Message("x", "channel")
            .With("conversation.id", $"{Channel};messageid={thread}")
            .With("id", id)).DeliveryId;

        Assert.Equal(Id("1", "5"), Id("1", "5"));
        Assert.NotEqual(Id("1", "5"), Id("2", "5"));
        Assert.NotEqual(Id("1", "5"), Id("1", "6"));
    }

    [Fact]
    public void MessageWithoutAnId_IsNamedByWhatItSays()
    {
        string Id(string text) => Translated.To<IncomingMessage>(Message(text).Without("id")).DeliveryId;

        Assert.Equal(Id("a"), Id("a"));
        Assert.NotEqual(Id("a"), Id("b"));
        Assert.Equal(64, Id("a").Length);
    }

    [Fact]
    public void HelloOfBothArrivals_IsOneDelivery()
    {
        var updated = Message().With("type", "conversationUpdate")
            .With("membersAdded", new JsonArray(new JsonObject { ["id"] = BotId }));
        var installed = Message().With("type", "installationUpdate").With("action", "add").With("id", "another");

        var first = Translated.To<MembersAdded>(updated);
        var second = Translated.To<MembersAdded>(installed);

        Assert.True(first.BotAdded && second.BotAdded);
        Assert.Equal(first.DeliveryId, second.DeliveryId);
    }

    [Theory]
    [InlineData("channel", "19:general@thread.tacv2", Channel, Channel)]
    [InlineData("channel", Thread, Channel, Channel)]
    [InlineData("channel", Channel, null, Channel)]
    [InlineData("channel", Channel, "..", Channel)]
    [InlineData("groupChat", "19:x@thread.v2", Channel, "19:x@thread.v2")]
    public void BotAdded_IsAtHomeInTheSelectedChannelWhicheverArrivalTellsOfIt(string type, string from, string? selected, string home)
    {
        var arrival = Message("", type).With("conversation.id", from).With("channelData.settings.selectedChannel.id", selected);
        var installed = Translated.To<MembersAdded>(arrival.With("type", "installationUpdate").With("action", "add"));
        var updated = Translated.To<MembersAdded>(
            arrival.With("type", "conversationUpdate").With("membersAdded", new JsonArray(new JsonObject { ["id"] = BotId })));

        Assert.Equal([home, home], new[] { installed, updated }.Select(added => added.Conversation.Group.Conversation));
        Assert.Equal(installed.DeliveryId, updated.DeliveryId);
        Assert.StartsWith(home, updated.Conversation.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void PeopleAdded_AreMembersWhereTheyWereAdded()
    {
        var added = Translated.To<MembersAdded>(Message("", "channel").With("conversation.id", Channel)
            .With("channelData.settings.selectedChannel.id", "19:other@thread.tacv2")
            .With("type", "conversationUpdate").With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:bo" })));

        Assert.Equal(Channel, added.Conversation.Id);
    }

    [Theory]
    [InlineData("meetingStart", SignalKind.Started)]
    [InlineData("meetingEnd", SignalKind.Ended)]
    [InlineData("meetingParticipantJoin", SignalKind.Joined)]
    [InlineData("MeetingParticipantLeave ", SignalKind.Left)]
    public void MeetingEvents_AreReadWhateverTheirCasing(string name, SignalKind kind)
    {
        var signal = Translated.To<MeetingSignal>(Message().With("type", "event")
            .With("name", " application/vnd.microsoft." + name)
            .With("value", JsonNode.Parse("""{"TITLE":"Weekly","id":"value-id"}""")));

        Assert.Equal(kind, signal.Kind);
        Assert.Equal("Weekly", signal.Title);
        Assert.Equal("value-id", Assert.Single(signal.CallIds));
    }

    [Theory]
    [InlineData("""{"id":"value-id"}""", "value-id", "channel-id")]
    [InlineData("""{"id":"channel-id"}""", "channel-id")]
    [InlineData("""{"id":""}""", "channel-id")]
    public void MeetingEvent_HasTheIdsOfBothPlaces(string value, params string[] ids)
    {
        var signal = Translated.To<MeetingSignal>(Message().With("type", "event")
            .With("name", "application/vnd.microsoft.meetingEnd")
            .With("channelData.meeting", JsonNode.Parse("""{"id":"channel-id"}"""))
            .With("value", JsonNode.Parse(value)));

        Assert.Equal(ids, signal.CallIds.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Name_IsOneLineAndBounded()
    {
        var hostile = "A\nB\u0000" + new string('x', 119) + "\U0001F600";
        var sender = Translated.To<IncomingMessage>(Message().With("from.name", hostile)).Sender;

        Assert.InRange(sender.Name.Length, 1, Person.MaxName);
        Assert.DoesNotContain(sender.Name, char.IsControl);
        Assert.False(char.IsHighSurrogate(sender.Name[^1]));
    }

    [Theory]
    [InlineData("conversation", null)]
    [InlineData("conversation.id", "")]
    [InlineData("conversation.id", "..")]
    [InlineData("from", null)]
    [InlineData("from.id", "")]
    [InlineData("type", null)]
    public void MessageThatLacksWhatATurnNeeds_IsAProblem(string path, string? value) =>
        Assert.NotNull(Translated.Of(Message().With(path, value)).Problem);

    [Theory]
    [InlineData("id")]
    [InlineData("serviceUrl")]
    [InlineData("from.id")]
    [InlineData("conversation.id")]
    [InlineData("conversation.tenantId")]
    [InlineData("recipient.id")]
    [InlineData("replyToId")]
    public void EndlessIds_AreAProblem(string path) =>
        Assert.NotNull(Translated.Of(Message().With(path, new string('i', 2_000))).Problem);

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public void OtherTypes_AreIgnored(string type) =>
        Assert.Equal(Translation.Ignored, Translated.Of(new JsonObject { ["type"] = type }));

    [Fact]
    public void UnknownInvoke_IsUnsupported() =>
        Assert.True(Translated.Of(Message().With("type", "invoke").With("name", "task/fetch")).Unsupported);
}
