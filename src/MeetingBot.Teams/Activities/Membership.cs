using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>Translates who came into a conversation, the bot included, and who has left it.</summary>
internal static class Membership
{
    public static Translation Updated(Activity activity)
    {
        if (activity.MembersAdded is not { Count: > 0 } added) return Removed(activity);
        if (Origin.Problem(activity, senderRequired: false) is { } problem) return Translation.Bad(problem);

        var origin = Origin.Of(activity);
        var botAdded = false;
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var account in added.Where(People.IsKnown).DistinctBy(account => account!.Id))
        {
            if (account!.Id == activity.Recipient?.Id) botAdded = true;
            else if (!People.IsBot(account)) people.Add(People.Of(account, origin.Conversation.Tenant));
        }
        if (botAdded)
            return new MembersAdded(
                DeliveryIds.Hello, Home(activity, origin), origin.Sender, true, people.ToImmutable());
        if (people.Count == 0) return Translation.Ignored;
        return new MembersAdded(
            Named(activity, origin, people), origin.Conversation, origin.Sender, false, people.ToImmutable());
    }

    public static Translation Installed(Activity activity)
    {
        if (!string.Equals(activity.Action, "add", StringComparison.OrdinalIgnoreCase)) return Translation.Ignored;
        if (Origin.Problem(activity, senderRequired: false) is { } problem) return Translation.Bad(problem);

        var origin = Origin.Of(activity);
        return new MembersAdded(DeliveryIds.Hello, Home(activity, origin), origin.Sender, BotAdded: true, []);
    }

    private static Translation Removed(Activity activity)
    {
        if (activity.MembersRemoved is not { Count: > 0 } removed) return Translation.Ignored;
        if (Origin.Problem(activity, senderRequired: false) is { } problem) return Translation.Bad(problem);

        var origin = Origin.Of(activity);
        var people = ImmutableArray.CreateBuilder<Person>();
        people.AddRange(removed.Where(People.IsKnown).DistinctBy(account => account!.Id)
            .Where(account => account!.Id != activity.Recipient?.Id)
            .Select(account => People.Of(account!, origin.Conversation.Tenant)));
        return people.Count == 0
            ? Translation.Ignored
            : new MembersLeft(
                "l" + Named(activity, origin, people), origin.Conversation, origin.Sender, people.ToImmutable());
    }

    // In a team the bot arrives in the channel that was selected; an activity may come from the team's general one.
    private static ConversationReference Home(Activity activity, Origin origin)
    {
        var conversation = origin.Conversation;
        var selected = activity.ChannelData?.Settings?.SelectedChannel?.Id;
        return conversation.Kind == ConversationKind.Channel && Origin.IsId(selected) && selected != conversation.Id
            ? conversation with { Id = selected, Thread = null }
            : conversation;
    }

    // Updates of a conversation often have no id; the digest knows nothing of the members.
    private static string Named(Activity activity, Origin origin, ImmutableArray<Person>.Builder people)
    {
        var id = DeliveryIds.Of(activity, origin.Conversation);
        return string.IsNullOrEmpty(activity.Id) ? $"{id};{people[0].Id}" : id;
    }
}
