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
        // By factories, so that the container lets go of it at the end: only a closed file is whole without its log.
        builder.Services.AddSingleton(_ => home);
        var metered = TelemetryServices.IsExported(builder.Configuration);
        builder.Services.AddSingleton<ITable>(services => Of(services.GetRequiredService<TableHome>(), metered));
    }

    private static ITable Of(TableHome home, bool metered) => metered ? new MeteredTable(home.Table) : home.Table;
}
