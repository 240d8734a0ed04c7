using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Activities;

/// <summary>A tenant is one however its id is spelt, and no two are one.</summary>
public sealed class TenantSpellingTests
{
    private const string Id = "abcdef01-2345-4678-9abc-def012345678";
    private const string Upper = "ABCDEF01-2345-4678-9ABC-DEF012345678";

    [Theory]
    [InlineData(Id, "ABCDEF01-2345-4678-9abc-def012345678")]
    [InlineData(Id, Upper)]
    public void TenantInCapitals_IsTheSameGroupAndPerson(string one, string other)
    {
        var (first, second) = (Read(one), Read(other));

        Assert.Equal(first.Conversation.Group, second.Conversation.Group);
        Assert.Equal(first.Sender.Key, second.Sender.Key);
        Assert.Equal(Id, second.Conversation.Tenant);
    }

    [Fact]
    public void TenantOfTheChannelData_IsSpeltTheSame()
    {
        var activity = Message().Without("conversation.tenantId").With("channelData.tenant.id", Upper);

        Assert.Equal(Read(Id).Conversation.Group, Translated(activity).Conversation.Group);
    }

    [Theory]
    [InlineData("Contoso", "contoso")]
    [InlineData(Id, " " + Id)]
    [InlineData(Id, Id + " ")]
    [InlineData(Id, "{" + Id + "}")]
    [InlineData(Id, "abcdef0123454678" + "9abcdef012345678")]
    [InlineData(Id, "abcdef01-2345-4678-9abc-def012345679")]
    [InlineData(Id, "")]
    public void OtherIds_AreOtherTenants(string one, string other) =>
        Assert.NotEqual(Read(one).Conversation.Group, Read(other).Conversation.Group);

    private static Incoming Read(string tenant) => Translated(Message().With("conversation.tenantId", tenant));

    private static Incoming Translated(JsonObject activity) => Activities.Translated.Of(activity).Incoming!;
}
