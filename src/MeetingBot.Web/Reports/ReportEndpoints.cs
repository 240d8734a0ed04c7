using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Reports;

/// <summary>Risk reports, each by an unguessable address.</summary>
public static class ReportEndpoints
{
    /// <summary>
    /// Maps <c>GET /report/{token}</c>, and with <c>.pdf</c>, <c>.md</c>, <c>.csv</c>, <c>.xlsx</c>, <c>.json</c> or
    /// <c>.oscal.json</c> at its end the other forms.
    /// <c>?audience=TLP:GREEN</c> leaves out what is stricter. Whoever holds the link may read it.
    /// </summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods(
        "/report/{name}", [HttpMethods.Get, HttpMethods.Head],
        (RequestDelegate)endpoints.ServiceProvider.GetRequiredService<ReportReply>().ShowAsync);
}
