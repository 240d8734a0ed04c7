using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MeetingBot.Teams.Support;

/// <summary>A connector on this machine that records what it is sent and answers what the test says.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    public const string Subject = "CN=connector.test";

    private readonly ConcurrentQueue<Call> _calls = new();
    private WebApplication _app = null!;

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>What is answered; 201 with the id <c>sent-1</c> when not set.</summary>
    public Func<Call, Reply> Answer { get; set; } = _ => new Reply(201, """{"id":"sent-1"}""");

    public string Url => _app.Address().AbsoluteUri.TrimEnd('/');

    public static async Task<FakeConnector> StartAsync(bool https = false)
    {
        var connector = new FakeConnector();
        connector._app = await Loopback.StartAsync(
            builder =>
            {
                if (!https) return;
                builder.WebHost.UseKestrelHttpsConfiguration();
                builder.WebHost.ConfigureKestrel(
                    kestrel => kestrel.ConfigureHttpsDefaults(tls => tls.ServerCertificate = Certificate()));
            },
            app => app.Run(connector.AnswerAsync),
            https ? "https" : "http");
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new Call(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization.ToString(),
            context.Request.ContentType,
            await reader.ReadToEndAsync());
        _calls.Enqueue(call);

        var reply = Answer(call);
        if (reply.Until is not null) await reply.Until.WaitAsync(context.RequestAborted);
        if (reply.Status == 0)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        if (reply.Body is null) return;
        context.Response.ContentType = reply.Type;
        await context.Response.WriteAsync(reply.Body);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    /// <summary>One request as it came, its path not decoded.</summary>
    internal sealed record Call(string Method, string Path, string Authorization, string? ContentType, string Body);

    /// <summary>One answer; status 0 cuts the connection off.</summary>
    internal sealed record Reply(int Status, string? Body = null, string Type = "application/json")
    {
        public (string Name, string Value)[] Headers { get; init; } = [];

        /// <summary>Waited for before the answer.</summary>
        public Task? Until { get; init; }
    }
}
