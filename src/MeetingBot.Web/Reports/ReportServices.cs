using MeetingBot.Web.Pages;
using MeetingBot.Web.Reports.Printing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MeetingBot.Web.Reports;

/// <summary>Composes the report pages.</summary>
public static class ReportServices
{
    /// <summary>Adds what draws and prints reports. Expects <see cref="FindReport"/> as a service.</summary>
    /// <param name="chromium">What prints them; null where there is none.</param>
    public static IServiceCollection AddReportPages(this IServiceCollection services, ChromiumProgram? chromium)
    {
        services.TryAddSingleton<ComponentHtml>();
        services.TryAddSingleton<PageReply>();
        services.TryAddSingleton<ReportHtml>();
        services.TryAddSingleton(new PdfPrinter(chromium));
        services.TryAddSingleton<ReportReply>();
        services.TryAddSingleton<ReportFiles>();
        return services;
    }
}
