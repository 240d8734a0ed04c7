using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace MeetingBot.Program.Serving;

/// <summary>The keys that protect tokens in the store.</summary>
internal static class Keys
{
    public static void AddKeys(this IServiceCollection services, Settings settings)
    {
        // The try-it room has keys of its own doing, in the same folder.
        if (settings.KeyFolder is null || settings.RoomIsOpen) return;
        services.AddDataProtection().SetApplicationName("MeetingBot")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.KeyFolder));
        // It reads the keys before the service listens; the first use is early enough.
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly));
    }
}
