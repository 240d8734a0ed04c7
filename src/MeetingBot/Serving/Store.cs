using MeetingBot.Program.Telemetry;
using MeetingBot.Storage;
using MeetingBot.Tables;

namespace MeetingBot.Program.Serving;

/// <summary>The store: opened before anything else, so that what is wrong with it is told at the start.</summary>
internal static class Store
{
    public static async Task AddStoreAsync(this WebApplicationBuilder builder, Settings settings)
    {
        var home = await TableHome.OpenAsync(settings.Storage);
        builder.Services.AddSingleton(home);
        builder.Services.AddSingleton<ITable>(TelemetryServices.IsExported(builder.Configuration) ? new MeteredTable(home.Table) : home.Table);
    }
}
