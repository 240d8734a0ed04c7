using System.Text.Json;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>
/// Translates <c>message_changed</c> and <c>message_deleted</c>. Slack tells of a change too where it has only drawn a
/// link's preview: then nobody has edited the text.
/// </summary>
internal static class MessageRevision
{
    public static Translation Translate(JsonElement told, string tenant, string? bot)
    {
        var (message, before) = (Member(told, "message"), Member(told, "previous_message"));
        var deleted = Text(told, "subtype") is "message_deleted";
        var author = deleted ? before : message;
        // Of what was hidden from the bot Slack tells no author.
        if (author is null || Text(author, "bot_id") is not null) return Translation.Ignored;
        var (channel, user, ts) = (Text(told, "channel"), Text(author, "user"), Text(told, "ts"));
        var revised = Text(author, "ts") ?? Text(told, "deleted_ts");
        if (!Place.IsId(channel) || !Place.IsTimestamp(ts) || !Place.IsTimestamp(revised))
            return Translation.Ignored;
        // Of a message that Slack's own tools have taken away nobody is told as its author.
        if (!Place.IsId(user) || user == bot || user == "USLACKBOT") return Translation.Ignored;
        var text = deleted ? "" : Text(message, "text") ?? "";
        if (!deleted && (Member(message, "edited") is null || text.Length == 0 || text == Text(before, "text")))
            return Translation.Ignored;

        var conversation = Place.Conversation(
            tenant, channel!, Text(author, "thread_ts"), Text(told, "channel_type"), bot);
        return new Translation(
            tenant,
            [user!, .. MessageText.Users(text, bot)],
            profiles => MessageText.Read(text, bot, profiles) is var said
                ? said.By(profiles.Of(user!), conversation, $"r{ts}", said.Text.Length == 0 ? null : revised) with
                {
                    Revises = revised,
                }
                : null);
    }
}
