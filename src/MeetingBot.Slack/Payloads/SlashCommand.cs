using System.Text.Json;
using MeetingBot.Conversations;

namespace MeetingBot.Slack.Payloads;

/// <summary>Translates a slash command, whose fields come as a form or, over a socket, as JSON.</summary>
internal static class SlashCommand
{
    /// <summary>The command that has all others behind it, for workspaces in which their names are taken.</summary>
    public const string Own = "/meetingbot";

    /// <summary>The commands that Slack was told of, as the manifest has them.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        Own, "/agenda", "/meeting", "/note", "/decision", "/action", "/actions", "/minutes", "/poll", "/risk", "/when",
    };

    private const int MaxName = 40;

    /// <param name="field">A field by its name; null where there is none.</param>
    /// <param name="botOf">The bot's own id in a workspace, where it is known.</param>
    public static Translation Translate(Func<string, string?> field, Func<string, string?> botOf)
    {
        var tenant = Place.Tenant(
            field("team_id"), field("enterprise_id"), field("is_enterprise_install") == "true");
        var (channel, user, command) = (field("channel_id"), field("user_id"), field("command"));
        if (tenant is null) return Translation.Bad("The command names no workspace.");
        if (!Place.IsId(channel) || !Place.IsId(user)) return Translation.Bad("The command lacks a channel or a user.");
        if (command is not ['/', _, ..] || command.Length > MaxName) return Translation.Bad("The command has no name.");
        if (field("trigger_id") is not { Length: > 0 and <= 200 } trigger)
            return Translation.Bad("The command has no trigger_id.");

        var (text, bot) = (field("text") ?? "", botOf(tenant));
        var conversation = Place.Conversation(tenant, channel!, null, field("channel_name"), bot);
        return new Translation(
            tenant,
            [user!, .. MessageText.Users(text, bot)],
            profiles => Message(
                $"c{trigger}", conversation, profiles.Of(user!, field("user_name")), command,
                MessageText.Read(text, bot, profiles)))
        {
            ResponseUrl = field("response_url"),
        };
    }

    /// <summary>The fields of a command in JSON.</summary>
    public static Func<string, string?> FieldsOf(JsonElement payload) => name => JsonMembers.Text(payload, name);

    // What stands behind /meetingbot is said as after a mention: a line of the minutes may stand there too.
    private static IncomingMessage Message(
        string delivery, ConversationReference conversation, Person sender, string command, MessageText said) =>
        new(
            delivery, conversation, sender,
            command.Equals(Own, StringComparison.OrdinalIgnoreCase) ? said.Text : $"{command} {said.Text}".TrimEnd(),
            MessageId: null, Addressed: true, Bare: true, said.Mentioned);
}
