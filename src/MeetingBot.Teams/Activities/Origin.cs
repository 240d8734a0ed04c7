using System.Diagnostics.CodeAnalysis;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>Where an activity happened and who did it.</summary>
internal readonly record struct Origin(ConversationReference Conversation, Person Sender)
{
    /// <summary>Most characters of an id or an address; what Teams sends stays far below.</summary>
    public const int MaxId = 1024;

    private const string ThreadMark = ";messageid=";

    /// <summary>What an activity must have to be a turn, in words when it lacks it.</summary>
    public static string? Problem(Activity activity, bool senderRequired)
    {
        if (!IsId(activity.Conversation?.Id)) return "conversation.id is missing or too long.";
        if (senderRequired && !IsId(activity.From?.Id)) return "from.id is missing or too long.";
        if (IsTooLong(activity.From?.Id)) return "from.id is too long.";
        if (IsTooLong(activity.Recipient?.Id)) return "recipient.id is too long.";
        if (IsTooLong(activity.Id) || IsTooLong(activity.ReplyToId)) return "An activity id is too long.";
        if (IsTooLong(activity.ServiceUrl)) return "serviceUrl is too long.";
        return IsTooLong(TenantOf(activity)) ? "The tenant id is too long." : null;
    }

    public static Origin Of(Activity activity)
    {
        var tenant = TenantOf(activity);
        var sender = People.Sender(activity, tenant);
        return new Origin(ConversationOf(activity, tenant), sender);
    }

    /// <summary>The tenant, which some activities name in one place and some in the other; empty in neither.</summary>
    public static string TenantOf(Activity activity) => Spelt(
        string.IsNullOrEmpty(activity.Conversation?.TenantId)
            ? activity.ChannelData?.Tenant?.Id ?? ""
            : activity.Conversation.TenantId);

    // Of a GUID capitals are only another spelling; whatever else is another text is another tenant.
    private static string Spelt(string tenant) =>
        Guid.TryParseExact(tenant, "D", out var id) && id.ToString("D") is var spelt
            && spelt.Equals(tenant, StringComparison.OrdinalIgnoreCase)
                ? spelt
                : tenant;

    private static ConversationReference ConversationOf(Activity activity, string tenant)
    {
        var id = activity.Conversation!.Id!;
        var kind = KindOf(activity.Conversation);
        var end = kind == ConversationKind.Channel ? id.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) : -1;
        return end > 0
            ? new ConversationReference(
                TeamsChannel.Name, tenant, id[..end], kind, id, activity.ServiceUrl, activity.Recipient?.Id)
            : new ConversationReference(
                TeamsChannel.Name, tenant, id, kind, null, activity.ServiceUrl, activity.Recipient?.Id);
    }

    // Samples write groupChat and groupchat; events of a meeting may leave the type out.
    private static ConversationKind KindOf(ConversationAccount conversation)
    {
        var type = conversation.ConversationType;
        if (string.Equals(type, "personal", StringComparison.OrdinalIgnoreCase)) return ConversationKind.Personal;
        if (string.Equals(type, "groupChat", StringComparison.OrdinalIgnoreCase)) return ConversationKind.Chat;
        if (string.Equals(type, "channel", StringComparison.OrdinalIgnoreCase)) return ConversationKind.Channel;

        var id = conversation.Id!;
        if (id.Contains("@thread.tacv2", StringComparison.OrdinalIgnoreCase)) return ConversationKind.Channel;
        return conversation.IsGroup == true || id.StartsWith("19:", StringComparison.Ordinal)
            ? ConversationKind.Chat
            : ConversationKind.Personal;
    }

    // A dot segment would climb out of the path that an answer is sent to.
    public static bool IsId([NotNullWhen(true)] string? id) =>
        !string.IsNullOrEmpty(id) && !IsTooLong(id) && id is not ("." or "..");

    private static bool IsTooLong(string? id) => id is { Length: > MaxId };
}
