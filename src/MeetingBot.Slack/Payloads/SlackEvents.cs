using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Files;
using MeetingBot.Slack.WebApi;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>Translates an event of the Events API in its envelope, <c>event_callback</c>. Pure.</summary>
internal static class SlackEvents
{
    private const int MaxDelivery = 100;
    private const long MaxSeconds = 100_000_000_000;

    // The texts of people; every other subtype is Slack's own or a bot's, or a revision's.
    private static readonly string[] Subtypes = ["file_share", "me_message", "thread_broadcast"];

    public static Translation Translate(JsonElement envelope, Func<string, string?> botOf)
    {
        if (TenantOf(envelope) is not { } tenant) return Translation.Bad("The event names no workspace.");
        if (Member(envelope, "event") is not { ValueKind: JsonValueKind.Object } told)
            return Translation.Bad("The envelope has no event.");
        var bot = BotOf(envelope) ?? botOf(tenant);
        return Text(told, "type") switch
        {
            "app_mention" or "message" => Message(told, tenant, bot),
            "member_joined_channel" => Joined(envelope, told, tenant, bot),
            "member_left_channel" => Left(envelope, told, tenant, bot),
            _ => Translation.Ignored,
        };
    }

    /// <summary>
    /// The workspace whose installation of the app was told; the outer one may be the author's, of a shared channel.
    /// </summary>
    public static string? TenantOf(JsonElement envelope)
    {
        var installed = Items(Member(envelope, "authorizations")).FirstOrDefault();
        if (installed.ValueKind == JsonValueKind.Object)
        {
            return Place.Tenant(
                Text(installed, "team_id"), Text(installed, "enterprise_id"), Is(installed, "is_enterprise_install"));
        }
        // Where the app was taken away there is none any more; of a whole organisation there is no workspace either.
        var team = Text(envelope, "context_team_id") ?? Text(envelope, "team_id");
        var enterprise = Text(envelope, "context_enterprise_id") ?? Text(envelope, "enterprise_id");
        return Place.Tenant(team, enterprise, wholeEnterprise: team is null);
    }

    /// <summary>What an event takes away: the app, or the tokens of bots; null for nothing.</summary>
    public static Withdrawal? Withdrawn(JsonElement envelope)
    {
        var (told, at) = (Member(envelope, "event"), TimeOf(envelope));
        if (Text(told, "type") == "app_uninstalled") return new Withdrawal(at, null);
        if (Text(told, "type") != "tokens_revoked") return null;
        var bots = Items(Member(told, "tokens", "bot")).Select(bot => Text(bot)).OfType<string>().ToList();
        return bots.Count > 0 ? new Withdrawal(at, bots) : null;
    }

    /// <summary>When it happened, to the second; null where it is not told.</summary>
    public static DateTimeOffset? TimeOf(JsonElement envelope) =>
        Member(envelope, "event_time") is { ValueKind: JsonValueKind.Number } time
        && time.TryGetInt64(out var seconds) && seconds is > 0 and < MaxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? BotOf(JsonElement envelope)
    {
        var installed = Items(Member(envelope, "authorizations")).FirstOrDefault();
        return Is(installed, "is_bot") && Text(installed, "user_id") is { } bot && Place.IsId(bot) ? bot : null;
    }

    private static Translation Message(JsonElement told, string tenant, string? bot)
    {
        if (Text(told, "subtype") is "message_changed" or "message_deleted")
            return MessageRevision.Translate(told, tenant, bot);
        if (Text(told, "subtype") is { } subtype && !Subtypes.Contains(subtype)) return Translation.Ignored;
        if (Text(told, "bot_id") is not null || Is(told, "hidden")) return Translation.Ignored;
        var (channel, user, ts) = (Text(told, "channel"), Text(told, "user"), Text(told, "ts"));
        if (!Place.IsId(channel) || !Place.IsId(user) || !Place.IsTimestamp(ts))
            return Translation.Bad("The message lacks a channel, a user or a time.");
        if (user == bot || user == "USLACKBOT") return Translation.Ignored;
        var (text, file) = (Text(told, "text") ?? "", SentFile.Of(told));
        if (string.IsNullOrWhiteSpace(text) && file is null) return Translation.Ignored;

        var conversation = Place.Conversation(
            tenant, channel!, Text(told, "thread_ts"), Text(told, "channel_type"), bot);
        return new Translation(
            tenant,
            [user!, .. MessageText.Users(text, bot)],
            profiles => Message(conversation, profiles.Of(user!), ts!, MessageText.Read(text, bot, profiles)))
        {
            File = file,
        };
    }

    // Slack tells of a mention twice, as app_mention and as message: by its time both are one delivery.
    private static IncomingMessage? Message(
        ConversationReference conversation, Person sender, string ts, MessageText said)
    {
        var message = said.By(sender, conversation, $"m{ts}", ts);
        // A file among talk is not looked at.
        return said.Text.Length == 0 && !message.Bare ? null : message;
    }

    private static Translation Left(JsonElement envelope, JsonElement told, string tenant, string? bot) =>
        Moved(envelope, told, tenant, bot) is not var (conversation, user, id) ? NotMoved
        : user == bot ? Translation.Ignored
        : new Translation(tenant, [user], profiles => new MemberLeft(id, conversation, profiles.Of(user)));

    private static Translation Joined(JsonElement envelope, JsonElement told, string tenant, string? bot)
    {
        if (Moved(envelope, told, tenant, bot) is not var (conversation, user, id)) return NotMoved;
        var inviter = Text(told, "inviter") is { } named && Place.IsId(named) ? named : user;
        return new Translation(
            tenant,
            [user == bot ? inviter : user],
            profiles => user == bot
                ? new MembersAdded("hello", conversation, profiles.Of(inviter), BotAdded: true, [])
                : profiles.IsBot(user) ? null
                : new MembersAdded(id, conversation, profiles.Of(user), BotAdded: false, [profiles.Of(user)]));
    }

    // Into which channel or out of it who went, and the delivery.
    private static (ConversationReference Conversation, string User, string Delivery)? Moved(
        JsonElement envelope, JsonElement told, string tenant, string? bot)
    {
        var (channel, user, id) = (Text(told, "channel"), Text(told, "user"), Text(envelope, "event_id"));
        return Place.IsId(channel) && Place.IsId(user) && id is { Length: > 0 and <= MaxDelivery }
            ? (Place.Conversation(tenant, channel!, null, Text(told, "channel_type"), bot), user!, $"e{id}")
            : null;
    }

    private static Translation NotMoved => Translation.Bad("The event lacks a channel, a user or an id.");
}
