using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>
/// Translates a shortcut in a message's menu. One short line is done at once; of anything else the person is asked what
/// of it is meant.
/// </summary>
/// <param name="Translation">What is done at once.</param>
/// <param name="Ask">The view to open in place of it; null for none.</param>
internal sealed record MessageShortcut(Translation Translation, AskedView? Ask = null)
{
    private const int MostAtOnce = 300;

    /// <summary>By their callback ids.</summary>
    public static readonly IReadOnlyDictionary<string, ShortcutForm> Known =
        new Dictionary<string, ShortcutForm>(StringComparer.Ordinal)
        {
            ["make_action"] = new("action", "text", "Make it an action", "Who does what, by when?"),
            ["add_to_agenda"] = new("agenda add", "lines", "Add to agenda", "What is it about? One item a line."),
        };

    public static MessageShortcut Translate(JsonElement payload, Func<string, string?> botOf)
    {
        if (Text(payload, "callback_id") is not { } callback || !Known.TryGetValue(callback, out var known))
            return new MessageShortcut(Translation.Ignored);
        var channel = Text(payload, "channel", "id");
        if (Interaction.Head(payload) is not var (tenant, user, trigger) || !Place.IsId(channel))
            return new MessageShortcut(Translation.Bad("The shortcut lacks where it was used, by whom or a trigger."));

        var (bot, thread) = (botOf(tenant), Text(payload, "message", "thread_ts"));
        var conversation = Place.Conversation(tenant, channel!, thread, Text(payload, "channel", "name"), bot);
        var text = Text(payload, "message", "text") ?? "";
        var shown = MessageText.Read(text, bot, Profiles.None(tenant)).Text;
        if (shown.Length is 0 or > MostAtOnce || shown.Contains('\n'))
            return new MessageShortcut(Translation.Ignored, ViewOf(conversation, trigger, known, shown));

        var name = Interaction.NameOf(payload);
        return new MessageShortcut(new Translation(
            tenant,
            [user, .. MessageText.Users(text, bot)],
            profiles => Typed($"p{trigger}", conversation, profiles.Of(user, name), known.Verb,
                MessageText.Read(text, bot, profiles)))
        {
            ResponseUrl = Text(payload, "response_url"),
        });
    }

    private static IncomingMessage Typed(
        string delivery, ConversationReference conversation, Person sender, string verb, MessageText said) =>
        new(
            delivery, conversation, sender, $"/{verb} {said.Text}", MessageId: null, Addressed: true, Bare: true,
            said.Mentioned);

    private static AskedView ViewOf(
        ConversationReference conversation, string trigger, ShortcutForm known, string text)
    {
        return new AskedView(
            conversation.Tenant, trigger, BlockKitModal.Of(known.Card(text), ViewOrigin.Write(conversation)));
    }
}
