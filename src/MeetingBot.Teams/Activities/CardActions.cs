using System.Text.Json;
using MeetingBot.Conversations;
using static MeetingBot.Teams.Activities.JsonMembers;

namespace MeetingBot.Teams.Activities;

/// <summary>Translates a pressed button: <c>Action.Execute</c> is an invoke, <c>Action.Submit</c> a message.</summary>
internal static class CardActions
{
    public const string InvokeName = "adaptiveCard/action";

    /// <summary>The button's verb and data, as a message without a text; a card that is not ours is ignored.</summary>
    public static Translation Submit(Activity activity, Origin origin)
    {
        var fields = CardFields.Read(activity.Value);
        if (fields.Problem is { } problem) return Translation.Bad(problem);
        return fields.Verb is { Length: > 0 } verb
            ? Pressed(activity, origin, verb, fields, wantsAnswer: false, automatic: false)
            : Translation.Ignored;
    }

    /// <summary><c>{"action":{"type":"Action.Execute","verb":"…","data":{…}},"trigger":"automatic"}</c></summary>
    public static Translation Execute(Activity activity, Origin origin)
    {
        if (Member(activity.Value, "action") is not { ValueKind: JsonValueKind.Object } action)
            return Translation.Bad("The invoke has no action.");
        if (Text(Member(action, "type")) is { } type && type != "Action.Execute")
            return Translation.Bad("Only Action.Execute is understood.");

        var fields = CardFields.Read(Member(action, "data"));
        if (fields.Problem is { } problem) return Translation.Bad(problem);
        if ((Text(Member(action, "verb")) ?? fields.Verb) is not { Length: > 0 and <= CardFields.MaxVerb } verb)
            return Translation.Bad("The action has no verb.");
        return Pressed(activity, origin, verb, fields, wantsAnswer: true, IsAutomatic(activity));
    }

    /// <summary>Whether the client refreshes a card by itself: it must never be answered with an error.</summary>
    public static bool IsAutomatic(Activity activity) => Text(Member(activity.Value, "trigger")) == "automatic";

    private static CardAnswer Pressed(
        Activity activity, Origin origin, string verb, CardFields fields, bool wantsAnswer, bool automatic) =>
        new(DeliveryIds.Of(activity, origin.Conversation), origin.Conversation, origin.Sender, verb, fields.Values,
            activity.ReplyToId, wantsAnswer, automatic);
}
