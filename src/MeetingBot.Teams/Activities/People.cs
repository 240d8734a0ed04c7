using MeetingBot.Conversations;
using MeetingBot.Times;

namespace MeetingBot.Teams.Activities;

/// <summary>Makes persons of accounts. A name that Teams does not tell is empty.</summary>
internal static class People
{
    private const int MaxZone = 64;

    /// <summary>Who did it; the bot itself stands in where an event names nobody.</summary>
    public static Person Sender(Activity activity, string tenant)
    {
        var account = string.IsNullOrEmpty(activity.From?.Id) ? activity.Recipient : activity.From;
        return new Person(
            TeamsChannel.Name, tenant, account?.Id ?? "", NameOf(account?.Name), ZoneOf(activity));
    }

    public static Person Of(ChannelAccount account, string tenant) =>
        new(TeamsChannel.Name, tenant, account.Id!, NameOf(account.Name));

    /// <summary>Whether an account is somebody that can be told apart from others.</summary>
    public static bool IsKnown(ChannelAccount? account) =>
        account?.Id is { Length: > 0 and <= Origin.MaxId };

    /// <summary>Whether the account is a bot's, this one's or another's (<c>28:…</c>).</summary>
    public static bool IsBot(ChannelAccount account) => account.Id!.StartsWith("28:", StringComparison.Ordinal);

    /// <summary>The name on one line, without control characters, at most <see cref="Person.MaxName"/> long.</summary>
    public static string NameOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        if (name.Length > Person.MaxName)
            name = name[..(char.IsHighSurrogate(name[Person.MaxName - 1]) ? Person.MaxName - 1 : Person.MaxName)];
        foreach (var c in name)
        {
            if (char.IsControl(c)) return WithoutControls(name);
        }
        return name.Trim();
    }

    private static string WithoutControls(string name) =>
        string.Create(name.Length, name, static (span, from) =>
        {
            for (var i = 0; i < from.Length; i++) span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }).Trim();

    private static string? ZoneOf(Activity activity)
    {
        if (activity.Entities is { } entities)
        {
            foreach (var entity in entities)
            {
                if (entity is not null && entity.Is(Entity.ClientInfo) && Known(entity.Timezone) is { } zone)
                    return zone;
            }
        }
        return Known(activity.LocalTimezone);
    }

    // Not every client tells an IANA name; a group must not get a zone that has no rules.
    private static string? Known(string? zone) =>
        zone is { Length: > 0 and <= MaxZone } ? ZoneRules.Canonical(zone) : null;
}
