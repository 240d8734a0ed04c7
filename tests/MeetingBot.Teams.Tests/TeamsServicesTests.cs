using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Teams.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MeetingBot.Teams;

/// <summary>The door as the program composes it, from settings.</summary>
public sealed class TeamsServicesTests
{
    private static Task<WebApplication> StartAsync(string environment, params string[] settings) => Loopback.StartAsync(
        builder =>
        {
            builder.Environment.EnvironmentName = environment;
            foreach (var setting in settings)
                builder.Configuration[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
            builder.Services.AddTeams(builder.Configuration, builder.Environment);
            builder.Services.AddSingleton<RunTurn>((_, _) => new ValueTask<TurnOutcome>(new TurnOutcome(null)));
        },
        app => app.MapTeams());

    private static async Task<HttpStatusCode> PostAsync(WebApplication app)
    {
        using var http = new HttpClient { BaseAddress = app.Address() };
        using var response = await http.PostAsync(
            "/api/messages", TestBot.JsonBody(SampleActivity.Message().ToJsonString()));
        return response.StatusCode;
    }

    [Fact]
    public async Task Development_ServesThisMachine_AndProductionNobody()
    {
        await using var development = await StartAsync(Environments.Development);
        await using var production = await StartAsync(Environments.Production);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(development));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(production));
    }

    [Fact]
    public async Task AppId_AsksForATokenEvenInDevelopment_AndNothingIsFetchedForIt()
    {
        await using var app = await StartAsync(
            Environments.Development, "MicrosoftAppId=app", "MicrosoftAppPassword=s", "MicrosoftAppTenantId=t");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app));
        Assert.Equal("teams", app.Services.GetRequiredService<IChannel>().Platform);
        Assert.Same(app.Services.GetRequiredService<TeamsChannel>(), app.Services.GetRequiredService<IChannel>());
    }

    [Fact]
    public async Task WrongSettings_StopTheStart()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync(Environments.Production, "MicrosoftAppId=app"));

        Assert.Contains("MicrosoftAppTenantId", refused.Message, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppPassword", refused.Message, StringComparison.Ordinal);
    }
}
