using System.Net.Security;
using Azure.Core;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Teams.Connector;

namespace MeetingBot.Teams.Support;

/// <summary>Channels as the program composes them, towards a connector on this machine.</summary>
internal static class TestChannel
{
    public static readonly Card Card = new("Agenda", new CardText("1. Budget"));

    /// <summary>Without credentials: only this machine is sent to, without a token.</summary>
    public static TeamsChannel Open(
        LogLines? logs = null, TimeSpan? limit = null, TimeProvider? time = null, ReadFile? readFile = null) =>
        Of(new TeamsOptions { Development = true }, null, limit, time, logs, null, readFile);

    /// <summary>With the program's limits, by this clock.</summary>
    public static TeamsChannel Timed(TimeProvider time, LogLines? logs = null) =>
        Of(new TeamsOptions { Development = true }, null, new TeamsOptions().CallLimit, time, logs, null);

    /// <summary>With credentials: tokens go to the listed host, by the fake connector's own certificate.</summary>
    public static TeamsChannel Signed(string host, AcquireToken acquire, HttpMessageHandler? handler = null) => Of(
        new TeamsOptions
        {
            AppId = "app",
            Cloud = TeamsCloud.Public with { ServiceHosts = [.. TeamsCloud.Public.ServiceHosts, host] },
        },
        acquire, null, null, null, handler);

    public static AcquireToken Tokens(List<bool> asked) => (forced, _) =>
    {
        asked.Add(forced);
        return new ValueTask<AccessToken>(new AccessToken($"token-{asked.Count}", DateTimeOffset.UtcNow.AddHours(1)));
    };

    public static ConversationReference Conversation(
        string serviceUrl, string id = "19:c@thread.tacv2", string? thread = null) =>
        new(TeamsChannel.Name, SampleActivity.Tenant, id, ConversationKind.Channel, thread, serviceUrl, "28:bot");

    /// <summary>Who is in its conversations.</summary>
    public static TeamsRoster Roster() => new(
        Client(new TeamsOptions { Development = true }, null, null, TimeProvider.System, new LogLines(), null),
        TimeProvider.System, TimeSpan.FromSeconds(30));

    private static TeamsChannel Of(
        TeamsOptions options, AcquireToken? acquire, TimeSpan? limit, TimeProvider? time, LogLines? logs,
        HttpMessageHandler? handler, ReadFile? readFile = null)
    {
        time ??= TimeProvider.System;
        var log = logs ?? new LogLines();
        return new TeamsChannel(
            Client(options, acquire, limit, time, log, handler), time, limit ?? TimeSpan.FromSeconds(30), log, readFile);
    }

    private static ConnectorClient Client(
        TeamsOptions options, AcquireToken? acquire, TimeSpan? limit, TimeProvider time, LogLines log,
        HttpMessageHandler? handler)
    {
        var http = handler is null
            ? ConnectorHttp.Client(h => h.SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback =
                    (_, certificate, _, _) => certificate?.Subject == FakeConnector.Subject,
            })
            : new HttpClient(handler);
        var tokens = acquire is null ? null : new ConnectorTokens(acquire, time);
        return new ConnectorClient(
            http, new ServiceHosts(options), tokens, time, limit ?? TimeSpan.FromSeconds(30), log);
    }
}
