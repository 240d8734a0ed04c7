using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Times;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>The profiles that are known of the people of a payload, which itself has their ids only.</summary>
/// <param name="Tenant">
/// Of everybody: Slack's ids of people are one for all workspaces that share a channel, and so a person stays one.
/// </param>
internal sealed record Profiles(string Tenant, ImmutableDictionary<string, Profile> Known)
{
    private const int MaxZone = 64;

    public static Profiles None(string tenant) => new(tenant, ImmutableDictionary<string, Profile>.Empty);

    /// <summary>The person; by another name where their own is not known.</summary>
    public Person Of(string user, string? otherwise = null)
    {
        var profile = Known.GetValueOrDefault(user);
        var name = profile is { Name.Length: > 0 } ? profile.Name : NameOf(otherwise);
        return new Person(SlackChannel.Name, Tenant, user, name, profile?.Zone);
    }

    public bool IsBot(string user) => Known.GetValueOrDefault(user) is { IsBot: true };

    /// <summary>Reads a <c>user</c> object: the display name where there is one, else the full name.</summary>
    public static Profile Read(JsonElement? user)
    {
        var profile = Member(user, "profile");
        string?[] names =
        [
            Text(profile, "display_name"), Text(profile, "real_name"), Text(user, "real_name"), Text(user, "name"),
        ];
        var zone = Text(user, "tz") is { Length: > 0 and <= MaxZone } tz ? ZoneRules.Canonical(tz) : null;
        var name = names.Select(NameOf).FirstOrDefault(name => name.Length > 0) ?? "";
        return new Profile(name, zone, Is(user, "is_bot") || Is(user, "deleted"));
    }

    /// <summary>The name on one line, without control characters, at most <see cref="Person.MaxName"/> long.</summary>
    public static string NameOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        var line = new string([.. name.Trim().Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        if (line.Length <= Person.MaxName) return line;
        return line[..(char.IsHighSurrogate(line[Person.MaxName - 1]) ? Person.MaxName - 1 : Person.MaxName)].Trim();
    }
}
