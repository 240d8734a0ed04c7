using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MeetingBot.Program.Telemetry;

/// <summary>
/// Traces, metrics and logs by OTLP, where the operator names an endpoint (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).
/// </summary>
internal static class TelemetryServices
{
    private const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static bool IsExported(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Setting]);

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // Apart, so that who exports nothing does not load the libraries for it.
        if (IsExported(builder.Configuration)) builder.Export(builder.Configuration[Setting]!.TrimEnd('/'));
    }

    private static void Export(this WebApplicationBuilder builder, string endpoint)
    {
        Action<OtlpExporterOptions> To(string signal) => otlp =>
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
            otlp.Endpoint = new Uri($"{endpoint}/v1/{signal}");
        };

        builder.Logging.AddOpenTelemetry(logs => logs.AddOtlpExporter(To("logs")));
        builder.Services.AddSingleton(_ => OpenTelemetrySdk.Create(sdk => sdk
            .ConfigureResource(resource => resource.AddService("meetingbot"))
            .WithTracing(
            traces =>
                traces.AddSource(Conversations.Telemetry.Name, "Microsoft.AspNetCore", "System.Net.Http")
                    .AddProcessor<SpansWithoutAddresses>()
                    .AddOtlpExporter(To("traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(
                Conversations.Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
                "System.Net.Http", "System.Runtime")
                .AddOtlpExporter(To("metrics")))));
    }

    /// <summary>Starts it, and names the spans of requests: the framework leaves that to its users.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (IsExported(app.Configuration)) app.Trace();
    }

    private static void Trace(this WebApplication app)
    {
        app.Services.GetRequiredService<OpenTelemetrySdk>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (Activity.Current is not { } span) return;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
            span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.request.method", context.Request.Method);
            span.SetTag("http.route", route);
            span.SetTag("http.response.status_code", context.Response.StatusCode);
        });
    }
}
