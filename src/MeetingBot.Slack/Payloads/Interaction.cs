using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Homes;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Payloads;

/// <summary>Translates what somebody pressed or filled in.</summary>
/// <param name="Translation">The turn, if it is one.</param>
/// <param name="Where">Where the answer is shown.</param>
/// <param name="Ask">The form to open in place of a turn; null for none.</param>
internal sealed record Interaction(Translation Translation, AnswerPlace? Where = null, AskedView? Ask = null)
{
    /// <summary>The page of the Home tab to show in place of a turn; null for none.</summary>
    public HomeRequest? Home { get; init; }

    private const int MaxTrigger = 200;
    private const string NoHead = "The interaction lacks a workspace, a user or a trigger.";

    public static readonly Interaction Nothing = new(Translation.Ignored);

    public static Interaction Translate(JsonElement payload, Func<string, string?> botOf) =>
        Text(payload, "type") switch
        {
            "block_actions" => Pressed(payload, botOf),
            "view_submission" => Submitted(payload, botOf),
            "shortcut" => GlobalShortcut.Asked(payload),
            _ => Nothing,
        };

    /// <summary>Who did it and in which workspace, of any interaction; null where it does not say.</summary>
    public static (string Tenant, string User, string Trigger)? Head(JsonElement payload)
    {
        var (user, trigger) = (Text(payload, "user", "id"), Text(payload, "trigger_id"));
        return Place.Tenant(payload) is { } tenant && Place.IsId(user) && trigger is { Length: > 0 and <= MaxTrigger }
            ? (tenant, user!, trigger)
            : null;
    }

    /// <summary>A name to call somebody by whose profile can't be had.</summary>
    public static string? NameOf(JsonElement payload) =>
        Text(payload, "user", "name") ?? Text(payload, "user", "username");

    // A menu that is chosen from is told too; only buttons do something.
    private static Interaction Pressed(JsonElement payload, Func<string, string?> botOf)
    {
        if (Items(Member(payload, "actions")).FirstOrDefault() is not { ValueKind: JsonValueKind.Object } action)
            return Nothing;
        var view = Member(payload, "view");
        var press = BlockKitPress.Read(
            action, Member(payload, "state") ?? Member(view, "state"), Text(view, "private_metadata"));
        if (press.Problem is { } problem) return Bad(problem);
        if (press.Verb is null && press.Form is null) return Nothing;
        if (Head(payload) is not var (tenant, user, trigger)) return Bad(NoHead);

        if (HomeOrigin.Read(press.Origin) is { } from)
            return HomePress.Translate(payload, press, from, (tenant, user, trigger), botOf(tenant));
        var origin = ViewOrigin.Read(press.Origin);
        var container = Member(payload, "container");
        var channel = Text(payload, "channel", "id") ?? Text(container, "channel_id") ?? origin?.Channel;
        if (!Place.IsId(channel)) return Bad("The press names no channel.");
        var thread = Text(container, "thread_ts") ?? Text(payload, "message", "thread_ts") ?? origin?.Thread;
        var named = Text(payload, "channel", "name");
        var conversation = Place.Conversation(tenant, channel!, thread, named, botOf(tenant));
        if (press.Form is { } form)
        {
            return BlockKitModal.OfForm(form, ViewOrigin.Write(conversation)) is { } asked
                ? Nothing with { Ask = new AskedView(tenant, trigger, asked) }
                : Bad("The form of the button is none of ours.");
        }
        var message = Text(container, "message_ts") ?? Text(payload, "message", "ts");
        var seenAlone = Is(container, "is_ephemeral") || conversation.Kind == ConversationKind.Personal;
        return Of(payload, conversation, (user, trigger), press, Place.IsTimestamp(message) ? message : null) with
        {
            Where = new AnswerPlace(conversation, user, Text(payload, "response_url"), seenAlone),
        };
    }

    private static Interaction Submitted(JsonElement payload, Func<string, string?> botOf)
    {
        if (Member(payload, "view") is not { ValueKind: JsonValueKind.Object } view) return Nothing;
        var press = BlockKitPress.ReadSubmission(view);
        if (press.Problem is { } problem) return Bad(problem);
        if (press.Verb is null) return Nothing;
        if (Head(payload) is not var (tenant, user, trigger)) return Bad(NoHead);
        if (HomeOrigin.Read(press.Origin) is { } from)
            return HomePress.Translate(payload, press, from, (tenant, user, trigger), botOf(tenant));
        if (press.Origin == GlobalShortcut.Origin)
            return GlobalShortcut.Submitted(payload, press, (tenant, user, trigger), botOf(tenant));
        if (ViewOrigin.Read(press.Origin) is not { } origin) return Nothing;

        var conversation = Place.Conversation(tenant, origin.Channel, origin.Thread, bot: botOf(tenant));
        return Of(payload, conversation, (user, trigger), press, message: null) with
        {
            Where = new AnswerPlace(conversation, user, null, SeenAlone: false) { InputBlock = InputBlock(view) },
        };
    }

    /// <summary>The first input of a view; null for none.</summary>
    public static string? InputBlock(JsonElement? view) =>
        Items(Member(view, "blocks")).Where(b => Text(b, "type") == "input")
            .Select(b => Text(b, "block_id")).OfType<string>().FirstOrDefault();

    /// <summary>The press as a turn.</summary>
    public static Interaction Of(
        JsonElement payload, ConversationReference conversation, (string User, string Trigger) by, BlockKitPress press,
        string? message)
    {
        var name = NameOf(payload);
        return new Interaction(new Translation(
            conversation.Tenant,
            [by.User],
            profiles => new CardAnswer(
                $"p{by.Trigger}", conversation, profiles.Of(by.User, name), press.Verb!, press.Fields, message,
                WantsAnswer: true)));
    }

    public static Interaction Bad(string problem) => new(Translation.Bad(problem));
}
