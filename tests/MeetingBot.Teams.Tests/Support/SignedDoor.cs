using System.Text.Json.Nodes;

namespace MeetingBot.Teams.Support;

/// <summary>A door that asks for tokens, with the metadata it trusts and a key that signs what is right.</summary>
internal sealed class SignedDoor : IAsyncDisposable
{
    public const string AppId = "55555555-5555-4555-8555-555555555555";
    public const string Issuer = "https://api.botframework.com";

    public SigningKey Key { get; } = new("key-1", "msteams", "webchat");

    public ManualTime Time { get; } = new();

    public MetadataServer Metadata { get; private set; } = null!;

    public TestBot Bot { get; private set; } = null!;

    public static async Task<SignedDoor> StartAsync(Func<TeamsOptions, TeamsOptions>? change = null)
    {
        var door = new SignedDoor();
        door.Metadata = await MetadataServer.StartAsync(door.Key);
        var options = Options(door.Metadata.Url);
        door.Bot = await TestBot.StartAsync(change?.Invoke(options) ?? options, time: door.Time);
        return door;
    }

    public static TeamsOptions Options(
        Uri metadata, AppType type = AppType.SingleTenant, params string[] allowedTenants) => new()
        {
            AppType = type,
            AppId = AppId,
            AppPassword = "secret",
            TenantId = SampleActivity.Tenant,
            AllowedTenants = [.. allowedTenants],
            Development = true,
            Cloud = TeamsCloud.Public with { OpenIdMetadataUrl = metadata },
        };

    /// <summary>The claims of a token that is right, for a time in minutes from now.</summary>
    public JsonObject Claims(double from = -1, double to = 60) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = AppId,
        ["nbf"] = Time.GetUtcNow().AddMinutes(from).ToUnixTimeSeconds(),
        ["exp"] = Time.GetUtcNow().AddMinutes(to).ToUnixTimeSeconds(),
        ["serviceurl"] = SampleActivity.ServiceUrl,
    };

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Metadata.DisposeAsync();
    }
}
