using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Linking;

/// <summary>
/// What goes with conversations that are taken out of a group: those of its chairs and members who are known to have
/// been only there. Who has an account in what is left stays, and so does all that the group has recorded.
/// </summary>
internal static class TakenOut
{
    private const string Leaving = "link left ";

    /// <summary>The group without them and without the chairs who were only there.</summary>
    public static Group From(Group group, IReadOnlyCollection<ConversationReference> gone)
    {
        var left = group.Sides! with { All = [.. group.Sides.All.Except(gone)] };
        return group with
        {
            Sides = left,
            Chairs = [.. group.Chairs.Where(chair => !gone.Any(side => WasOnly(chair, Home(side), left)))],
        };
    }

    /// <summary>
    /// What is said besides where nobody chairs the group any more: whoever begins does, as in a new one.
    /// </summary>
    public static string Told(Group before, Group after) => after.Chairs.IsEmpty && !before.Chairs.IsEmpty
        ? " Nobody chairs this group now: who starts its next meeting does. To name others: /settings chairs @name"
        : "";

    /// <summary>Takes their members out, a part a turn.</summary>
    public static ImmutableArray<TimerEntry> Timers(IEnumerable<ConversationReference> gone, Turn turn) =>
        [.. gone.Select(Home).Distinct().Select(home => Timer(home, turn))];

    public static TimerEntry Timer((string Platform, string Tenant) home, Turn turn) =>
        new($"{Leaving}{home.Platform} {home.Tenant}", turn.Now, turn.Conversation);

    /// <summary>The command that a timer means; null for another's.</summary>
    public static Command? Read(string name) => name.StartsWith(Leaving, StringComparison.Ordinal)
        && name[Leaving.Length..].Split(' ', 2) is [var platform, var tenant]
            ? new DropMembers(platform, tenant)
            : null;

    /// <summary>
    /// Whether somebody is known to have been only in conversations of that platform and tenant, of which none is left:
    /// their account is of it, or of a platform on which nothing is left; and they are known by no other account.
    /// </summary>
    public static bool WasOnly(Person person, (string Platform, string Tenant) home, GroupSides left) =>
        person.Platform == home.Platform
        && (person.Tenant == home.Tenant || left.All.All(side => side.Platform != person.Platform))
        && left.Of(person) is null
        && left.Aliases.All(alias => alias.Account != person.Key && alias.Person.Key != person.Key);

    private static (string Platform, string Tenant) Home(ConversationReference side) => (side.Platform, side.Tenant);
}
