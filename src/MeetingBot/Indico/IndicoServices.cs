using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Program.Indico;

/// <summary>Reads where the Indico is and composes its door; without the setting a closed one.</summary>
internal static class IndicoServices
{
    /// <summary>The setting's key.</summary>
    public const string Key = "Indico:Url";

    // What is left of a delivery is for the turn that tells of it.
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(5);

    /// <summary>The address that is set, null for none; what is wrong with it goes to the problems.</summary>
    public static Uri? Read(string? value, bool development, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (Uri.TryCreate(value.Trim(), UriKind.Absolute, out var url)
            && url.UserInfo.Length + url.Query.Length + url.Fragment.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps
                || (development && LoopbackCaller.IsLoopbackUrl(url.OriginalString))))
            return url;
        problems.Add(
            $"{Key} is '{value}'; it must be the https address of an Indico, for example https://indico.example.org.");
        return null;
    }

    public static void AddIndico(this IServiceCollection services, Uri? indico)
    {
        // The turn needs the outbox, which needs its channels: it is looked for when there is something to tell.
        if (indico is null)
        {
            services.AddSingleton<IChannel>(provider => new ClosedIndicoDoor(
                (incoming, cancel) => provider.GetRequiredService<RunTurn>()(incoming, cancel)));
            return;
        }
        services.AddSingleton<IChannel>(provider => new IndicoDoor(
            IndicoDoor.Client(), indico,
            (incoming, cancel) => provider.GetRequiredService<RunTurn>()(incoming, cancel),
            provider.GetRequiredService<IClock>(), CallLimit,
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("MeetingBot.Indico")));
    }
}
