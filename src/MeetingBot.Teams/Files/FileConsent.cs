using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Teams.Activities;

namespace MeetingBot.Teams.Files;

/// <summary>
/// Somebody lets the bot put a file among their own: <c>fileConsent/invoke</c>. All of it comes by way of the client.
/// </summary>
/// <param name="Reference">What was offered (<see cref="FileOffer.Reference"/>).</param>
/// <param name="UploadUrl">Where the bytes go.</param>
/// <param name="ContentUrl">Where the file is then.</param>
internal sealed record FileConsent(
    ConversationReference Conversation, string Reference, string UploadUrl, string ContentUrl, string Name,
    string UniqueId, string FileType)
{
    public const string InvokeName = "fileConsent/invoke";

    /// <summary>The field of the context that has the reference.</summary>
    public const string ReferenceField = "file";

    private const int MaxText = 4_096;

    /// <summary>
    /// <c>{"type":"fileUpload","action":"accept","context":{…},"uploadInfo":{…}}</c>; ignored is a refusal, and what is
    /// not in a personal chat.
    /// </summary>
    public static Translation Read(Activity activity, Origin origin)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || Text(value, "action") is not { } action)
            return Translation.Bad("The invoke has no action.");
        if (action != "accept" || origin.Conversation.Kind is not ConversationKind.Personal) return Translation.Ignored;
        if (JsonMembers.Member(value, "context") is not { } context || Text(context, ReferenceField) is not { } reference)
            return Translation.Bad("The invoke names no file.");
        if (JsonMembers.Member(value, "uploadInfo") is not { } info
            || Text(info, "uploadUrl") is not { } upload || Text(info, "contentUrl") is not { } content
            || Text(info, "name") is not { } name || Text(info, "uniqueId") is not { } id
            || Text(info, "fileType") is not { } type)
            return Translation.Bad("The invoke does not say where the file goes.");
        return Translation.Of(new FileConsent(origin.Conversation, reference, upload, content, name, id, type));
    }

    private static string? Text(JsonElement? value, string name) =>
        JsonMembers.Text(value, name) is { Length: > 0 and <= MaxText } text ? text : null;
}
