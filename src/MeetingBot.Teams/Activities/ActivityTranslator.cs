using MeetingBot.Conversations;
using MeetingBot.Teams.Files;

namespace MeetingBot.Teams.Activities;

/// <summary>Makes of an authenticated activity what the turn understands. Pure.</summary>
internal static class ActivityTranslator
{
    public static Translation Translate(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type)) return Translation.Bad("The activity has no type.");

        if (activity.Is(ActivityTypes.Message)) return Message(activity);
        if (activity.Is(ActivityTypes.MessageUpdate)) return Revision(activity, deleted: false);
        if (activity.Is(ActivityTypes.MessageDelete)) return Revision(activity, deleted: true);
        if (activity.Is(ActivityTypes.Invoke)) return Invoke(activity);
        if (activity.Is(ActivityTypes.Event)) return MeetingEvents.Translate(activity);
        if (activity.Is(ActivityTypes.ConversationUpdate)) return Membership.Updated(activity);
        if (activity.Is(ActivityTypes.InstallationUpdate)) return Membership.Installed(activity);
        return Translation.Ignored;
    }

    private static Translation Message(Activity activity)
    {
        if (Origin.Problem(activity, senderRequired: true) is { } problem) return Translation.Bad(problem);
        if (activity.From!.Id == activity.Recipient?.Id) return Translation.Ignored;

        var origin = Origin.Of(activity);
        var file = SentFile.Of(activity);
        var wordless = string.IsNullOrWhiteSpace(activity.Text);
        if (wordless && (file is null || activity.Value is not null))
            return activity.Value is null ? Translation.Ignored : CardActions.Submit(activity, origin);

        var said = MessageText.Read(activity, origin.Conversation.Tenant);
        var message = Typed(said, origin, DeliveryIds.Of(activity, origin.Conversation), activity.Id);
        // A file among talk is not looked at; one that is not read is only where it is all that was sent.
        if (!message.Addressed && wordless) return Translation.Ignored;
        if (!message.Addressed || file is not { } sent) return message;
        if (sent.IsRead) return new Translation(message) { File = sent };
        return wordless ? message with { File = AttachedFile.NotRead } : message;
    }

    // The id is that of the message: of a second edit, too.
    private static Translation Revision(Activity activity, bool deleted)
    {
        if (Origin.Problem(activity, senderRequired: true) is { } problem) return Translation.Bad(problem);
        if (string.IsNullOrEmpty(activity.Id) || activity.From!.Id == activity.Recipient?.Id)
            return Translation.Ignored;
        if (!deleted && string.IsNullOrWhiteSpace(activity.Text)) return Translation.Ignored;
        var origin = Origin.Of(activity);
        var said = deleted ? new MessageText("", false, []) : MessageText.Read(activity, origin.Conversation.Tenant);
        return Typed(
            said, origin, DeliveryIds.OfRevision(activity, origin.Conversation), deleted ? null : activity.Id) with
            {
                Revises = activity.Id,
            };
    }

    /// <param name="message">The message's id; null where there is none to reply to.</param>
    private static IncomingMessage Typed(MessageText said, Origin origin, string delivery, string? message)
    {
        var bare = said.BotMentioned || origin.Conversation.Kind == ConversationKind.Personal;
        return new IncomingMessage(
            delivery, origin.Conversation, origin.Sender, said.Text, message,
            Addressed: bare || said.Text.StartsWith('/'), Bare: bare, said.Mentioned);
    }

    private static Translation Invoke(Activity activity)
    {
        if (activity.Name is not (CardActions.InvokeName or FileConsent.InvokeName)) return Translation.UnknownInvoke;
        if (Origin.Problem(activity, senderRequired: true) is { } problem) return Translation.Bad(problem);
        var origin = Origin.Of(activity);
        return activity.Name == FileConsent.InvokeName
            ? FileConsent.Read(activity, origin)
            : CardActions.Execute(activity, origin);
    }
}
