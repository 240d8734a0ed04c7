using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Teams.Support;

/// <summary>Publishes OpenID metadata and signing keys as login.botframework.com does.</summary>
internal sealed class MetadataServer : IAsyncDisposable
{
    private WebApplication _app = null!;
    private int _loads;

    public List<SigningKey> Keys { get; } = [];

    /// <summary>How often the metadata was fetched.</summary>
    public int Loads => _loads;

    public bool IsDown { get; set; }

    /// <summary>Where the metadata says the keys are, when not here.</summary>
    public string? KeysElsewhere { get; set; }

    public Uri Url => new(_app.Address(), "/v1/.well-known/openidconfiguration");

    public static async Task<MetadataServer> StartAsync(params SigningKey[] keys)
    {
        var server = new MetadataServer();
        server.Keys.AddRange(keys);
        server._app = await Loopback.StartAsync(_ => { }, app =>
        {
            app.MapGet("/v1/.well-known/openidconfiguration", (RequestDelegate)server.MetadataAsync);
            app.MapGet("/v1/.well-known/keys", (RequestDelegate)server.KeysAsync);
        });
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task MetadataAsync(HttpContext context)
    {
        Interlocked.Increment(ref _loads);
        if (IsDown)
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }
        return context.Response.WriteAsync(new JsonObject
        {
            ["issuer"] = "https://api.botframework.com",
            ["jwks_uri"] = KeysElsewhere ?? new Uri(_app.Address(), "/v1/.well-known/keys").AbsoluteUri,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }.ToJsonString());
    }

    private Task KeysAsync(HttpContext context) => context.Response.WriteAsync(new JsonObject
    {
        ["keys"] = new JsonArray([.. Keys.Select(k => (JsonNode)k.Jwk())]),
    }.ToJsonString());
}
