using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;

namespace MeetingBot.Actions;

/// <summary>Who is to do an action item, as typed: what is said of them, and whether somebody is one.</summary>
public static class ActionOwners
{
    /// <summary>The owners as people read them.</summary>
    public static string Said(ImmutableArray<string> owners) =>
        owners.IsEmpty ? "unassigned" : Phrases.Join(owners);

    /// <summary>
    /// Whether the name is one of theirs: either may be a short form of the other, or have something behind it as
    /// "Mara Lind (guest)" has.
    /// </summary>
    public static bool Include(ImmutableArray<string> owners, string name) =>
        owners.Any(owner => Names.Means(owner, name) || Names.Means(name, owner)
            || Begins(owner, name) || Begins(name, owner));

    private static bool Begins(string whole, string beginning) =>
        whole.StartsWith(beginning + " ", StringComparison.OrdinalIgnoreCase);
}
