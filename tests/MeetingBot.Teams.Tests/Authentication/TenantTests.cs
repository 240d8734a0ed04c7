using System.Net;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Authentication;

public sealed class TenantTests
{
    [Theory]
    [InlineData(AppType.SingleTenant, Tenant, HttpStatusCode.OK)]
    [InlineData(AppType.SingleTenant, "other", HttpStatusCode.Forbidden)]
    [InlineData(AppType.MultiTenant, "other", HttpStatusCode.OK)]
    [InlineData(AppType.MultiTenant, "", HttpStatusCode.Forbidden)]
    [InlineData(AppType.MultiTenant, "t-1", HttpStatusCode.OK, "t-1", "t-2")]
    [InlineData(AppType.MultiTenant, "T-2", HttpStatusCode.OK, "t-1", "t-2")]
    [InlineData(AppType.MultiTenant, "t-3", HttpStatusCode.Forbidden, "t-1", "t-2")]
    public async Task Tenant_IsServedByThePolicy(
        AppType type, string tenant, HttpStatusCode expected, params string[] allowed)
    {
        await using var door = await SignedDoor.StartAsync(
            o => SignedDoor.Options(o.Cloud.OpenIdMetadataUrl, type, allowed));
        using var response = await door.Bot.PostAsync(
            Message().With("conversation.tenantId", tenant), door.Key.Sign(door.Claims()));

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, door.Bot.Turns.Count);
    }
}
