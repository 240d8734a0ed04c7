using System.Text.Json.Serialization;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Somebody as the platform vouches for them. The id is the platform's; the name is only for reading.
/// </summary>
/// <param name="Platform"><c>teams</c>, <c>slack</c> or <c>web</c>; <see cref="Guest"/> of who has no account.</param>
/// <param name="Tenant">The tenant or workspace; empty where the platform gives none.</param>
/// <param name="Zone">IANA zone of their client, when it was told.</param>
public sealed record Person(string Platform, string Tenant, string Id, string Name, string? Zone = null)
{
    /// <summary>Most characters of a name that are kept; what is longer is not a name.</summary>
    public const int MaxName = 120;

    /// <summary>
    /// The platform of the try-it rooms, which vouches for nobody: a name in one room is no proof of being the same
    /// person in another.
    /// </summary>
    public const string Unvouched = "web";

    /// <summary>
    /// The platform of guests, who answer by a link of their own: no channel's person can be taken for one of them.
    /// </summary>
    public const string Guest = "guest";

    /// <summary>
    /// The platform of members who were forgotten and whose votes count on: no channel's person can be taken for one.
    /// </summary>
    public const string Former = "former";

    /// <summary>What such a member is called wherever a vote bears a name.</summary>
    public const string FormerName = "a former member";

    private PersonKey? _key;

    /// <summary>What identifies the person.</summary>
    public PersonKey Key => _key ??= PersonKey.Of(Platform, Tenant, Id);

    public bool IsGuest => Platform == Guest;

    /// <summary>Whether it is nobody any more: there is nobody to whom anything could be said.</summary>
    [JsonIgnore]
    public bool IsFormer => Platform == Former;

    public bool Equals(Person? other) =>
        other is not null && Key == other.Key && Name == other.Name && Zone == other.Zone;

    public override int GetHashCode() => Key.GetHashCode();
}

/// <summary>Identity of a person: platform, tenant and id, spelt as one segment of a table key.</summary>
public sealed record PersonKey(string Value)
{
    public static PersonKey Of(string platform, string tenant, string id) =>
        new(TableKey.Join(platform, tenant, id));

    public override string ToString() => Value;
}
