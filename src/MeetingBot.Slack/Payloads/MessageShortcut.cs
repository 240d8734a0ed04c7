using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>
/// Translates a shortcut in a message's menu. One short line is done at once; of anything else the person is asked what
/// of it is meant.
/// </summary>
/// <param name="Translation">What is done at once, or of whom the names are wanted first.</param>
/// <param name="Ask">The view to open in place of it, once the people's names are known; null for none.</param>
internal sealed record MessageShortcut(Translation Translation, Func<Profiles, AskedView>? Ask = null)
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
        var mentioned = MessageText.Users(text, bot);
        var shown = MessageText.Read(text, bot, Profiles.None(tenant)).Text;
        if (shown.Length is 0 or > MostAtOnce || shown.Contains('\n'))
        {
            return new MessageShortcut(
                new Translation(tenant, mentioned, null),
                profiles => new AskedView(
                    tenant, trigger,
                    BlockKitModal.Of(
                        known.Card(MessageText.Read(text, bot, profiles).Text), ViewOrigin.Write(conversation))));
        }

        var name = Interaction.NameOf(payload);
        return new MessageShortcut(new Translation(
            tenant,
            [user, .. mentioned],
            profiles => Typed($"p{trigger}", conversation, profiles.Of(user, name), known.Verb,
                MessageText.Read(text, bot, profiles)))
        {
            ResponseUrl = Text(payload, "response_url"),
        });
    }

    // The colon ends the verb: what another wrote, such as "done 3", is the text and no command of who used the
    // shortcut.
    private static IncomingMessage Typed(
        string delivery, ConversationReference conversation, Person sender, string verb, MessageText said) =>
        new(
            delivery, conversation, sender, $"/{verb}: {said.Text}", MessageId: null, Addressed: true, Bare: true,
            said.Mentioned);
}
