using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>Names deliveries: Teams sends an activity again when its answer was late or lost.</summary>
internal static class DeliveryIds
{
    /// <summary>
    /// One name for both activities that tell of the bot's arrival: they come at the same time, in any order,
    /// and the bot says hello once.
    /// </summary>
    public const string Hello = "hello";

    /// <summary>
    /// The activity's id, in a channel within its thread; without one, a digest of what makes it this activity.
    /// </summary>
    public static string Of(Activity activity, ConversationReference conversation)
    {
        if (string.IsNullOrEmpty(activity.Id)) return Digest(activity, conversation);
        return conversation.Thread is { } thread
            ? string.Concat(thread.AsSpan(conversation.Id.Length), ";", activity.Id)
            : activity.Id;
    }

    /// <summary>Of an edit or a deletion, which have the id of their message.</summary>
    public static string OfRevision(Activity activity, ConversationReference conversation) =>
        "r" + Digest(activity, conversation, activity.Id);

    private static string Digest(Activity activity, ConversationReference conversation, string? message = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<string?> parts =
        [
            activity.Type, activity.Name, conversation.Target, activity.From?.Id, activity.Timestamp, activity.Text,
            activity.ReplyToId,
        ];
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part?.Length ?? -1));
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
        }
        if (message is not null) hash.AppendData(Encoding.UTF8.GetBytes(message));
        if (activity.Value is { } value) hash.AppendData(JsonMarshal.GetRawUtf8Value(value));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
