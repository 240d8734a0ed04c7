namespace MeetingBot.Storage.Azure;

/// <summary>A storage account's connection string, as the portal and the Azure tools write it.</summary>
/// <param name="Endpoint">Of the table service, without a slash at its end.</param>
/// <param name="AccountName">Null with a shared access signature.</param>
/// <param name="AccountKey">Base64; null with a shared access signature.</param>
/// <param name="SharedAccessSignature">The query without its question mark; null with an account key.</param>
internal sealed record TableConnectionString(
    Uri Endpoint, string? AccountName, string? AccountKey, string? SharedAccessSignature)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // The emulator's documented key, the same on every machine.
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Whether a text looks like a connection string rather than a path.</summary>
    public static bool Is(string text) =>
        text.StartsWith("UseDevelopmentStorage=", StringComparison.OrdinalIgnoreCase)
        || text.Contains("AccountName=", StringComparison.OrdinalIgnoreCase)
        || text.Contains("TableEndpoint=", StringComparison.OrdinalIgnoreCase)
        || text.Contains("SharedAccessSignature=", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="StoreUnusableException">Malformed; the message holds no secret.</exception>
    public static TableConnectionString Parse(string text)
    {
        var parts = Split(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var development))
        {
            if (!bool.TryParse(development, out var use) || !use) throw Wrong("UseDevelopmentStorage can only be true");
            return Emulator(parts);
        }
        parts.TryGetValue("SharedAccessSignature", out var signature);
        parts.TryGetValue("AccountName", out var name);
        parts.TryGetValue("AccountKey", out var key);
        var endpoint = TableEndpoint(parts, name);
        if (signature is not null) return new(endpoint, null, null, signature.TrimStart('?'));
        if (name is null || key is null) throw Wrong("it needs AccountName with AccountKey, or SharedAccessSignature");
        CheckKey(key);
        return new(endpoint, name, key, null);
    }

    /// <summary>Never the key or the signature.</summary>
    public override string ToString() => Endpoint.ToString();

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw Wrong("its parts are Name=Value, joined by semicolons");
            if (!parts.TryAdd(part[..equals], part[(equals + 1)..])) throw Wrong($"it names {part[..equals]} twice");
        }
        return parts;
    }

    private static TableConnectionString Emulator(Dictionary<string, string> parts)
    {
        var host = parts.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1").TrimEnd('/');
        return new(Absolute($"{host}:10002/{EmulatorAccount}"), EmulatorAccount, EmulatorKey, null);
    }

    private static Uri TableEndpoint(Dictionary<string, string> parts, string? name)
    {
        if (parts.TryGetValue("TableEndpoint", out var explicitly)) return Absolute(explicitly);
        if (name is null) throw Wrong("it needs AccountName or TableEndpoint");
        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return Absolute($"{protocol}://{name}.table.{suffix}");
    }

    private static Uri Absolute(string text)
    {
        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.Query.Length == 0)
            return uri;
        throw Wrong("its table endpoint is not an http or https address");
    }

    private static void CheckKey(string key)
    {
        if (key.Length == 0 || !Convert.TryFromBase64String(key, new byte[key.Length], out _))
            throw Wrong("its AccountKey is not base64");
    }

    private static StoreUnusableException Wrong(string why) =>
        new($"Storage:ConnectionString is not usable: {why}.");
}
