using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>
/// Translates a shortcut that is used anywhere: it asks what and for which channel. The channel is what the person's
/// client sends; the turn looks whether they are one of its group (<see cref="HomeGroup"/>).
/// </summary>
internal static class GlobalShortcut
{
    /// <summary>The origin of its views. No channel's id is like it.</summary>
    public const string Origin = "anywhere";

    private const string Where = "where";

    /// <summary>By their callback ids.</summary>
    public static readonly IReadOnlyDictionary<string, ShortcutForm> Known =
        new Dictionary<string, ShortcutForm>(StringComparer.Ordinal)
        {
            ["new_action"] = new("action", "text", "New action", "Who does what, by when?"),
            ["new_agenda_item"] = new("agenda add", "lines", "New agenda item", "What is it about? One item a line."),
        };

    /// <summary>The form that a <c>shortcut</c> opens.</summary>
    public static Interaction Asked(JsonElement payload)
    {
        if (Text(payload, "callback_id") is not { } callback || !Known.TryGetValue(callback, out var known))
            return Interaction.Nothing;
        if (Interaction.Head(payload) is not var (tenant, _, trigger))
            return Interaction.Bad("The shortcut lacks a workspace, a user or a trigger.");
        return Interaction.Nothing with
        {
            Ask = new AskedView(tenant, trigger, BlockKitModal.Of(known.Card(), Origin, Channel())),
        };
    }

    /// <summary>The form as it was sent: a press in the person's own chat that names its group.</summary>
    /// <param name="by">Who sent it, as Slack vouches.</param>
    public static Interaction Submitted(
        JsonElement payload, BlockKitPress press, (string Tenant, string User, string Trigger) by, string? bot)
    {
        var chosen = Text(
            Member(Member(Member(Member(payload, "view"), "state"), "values"), Where, Where), "selected_conversation");
        if (!Place.IsId(chosen) || chosen == by.User || !Known.Values.Any(known => known.Verb == press.Verb))
            return Interaction.Bad("A shortcut's form names no channel.");
        var chat = Place.OwnChat(by.Tenant, by.User, bot);
        var named = press with
        {
            Fields = press.Fields.Remove(Where).Remove(GroupButtons.Group).SetItem(GroupButtons.Home, chosen!),
        };
        return Interaction.Of(payload, chat, (by.User, by.Trigger), named, message: null) with
        {
            Where = new AnswerPlace(chat, by.User, null, SeenAlone: false) { InputBlock = Where },
        };
    }

    private static Block Channel() => Block.Of("input", writer =>
    {
        writer.WriteString("block_id"u8, Where);
        Block.WritePlain(writer, "label", "In which channel?");
        writer.WriteStartObject("element"u8);
        writer.WriteString("type"u8, "conversations_select"u8);
        writer.WriteString("action_id"u8, Where);
        writer.WriteBoolean("default_to_current_conversation"u8, true);
        writer.WriteStartObject("filter"u8);
        writer.WriteStartArray("include"u8);
        foreach (var kind in (string[])["public", "private", "mpim"]) writer.WriteStringValue(kind);
        writer.WriteEndArray();
        writer.WriteBoolean("exclude_bot_users"u8, true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
