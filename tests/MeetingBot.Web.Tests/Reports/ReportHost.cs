using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Risks.Report;
using MeetingBot.Tables;
using MeetingBot.Web.Assets;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Reports.Printing;
using MeetingBot.Web.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Web.Tests.Reports;

/// <summary>Reports on a real Kestrel: one whose link is <c>s3cret-link</c>, and a store that is away.</summary>
internal sealed class ReportHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReportHost(WebApplication app) => (_app, Client) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public HttpClient Client { get; }

    public static async Task<ReportHost> StartAsync(AssessmentDocument document, ChromiumProgram? chromium = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new LogLines());
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(new TurnOptions("Europe/Zurich", new Uri("https://bot.example")));
        builder.Services.AddSingleton<FindReport>((token, _) => token == "away"
            ? throw new TableUnavailableException("The store is away.", new IOException())
            : ValueTask.FromResult(token == "s3cret-link" ? document : null));
        builder.Services.AddReportPages(chromium);
        var app = builder.Build();
        app.MapAssets();
        app.MapReports();
        await app.StartAsync();
        return new ReportHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
