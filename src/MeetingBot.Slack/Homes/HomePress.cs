using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Payloads;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Homes;

/// <summary>
/// Translates what somebody pressed in their Home tab or above it. It has no conversation: the button names its group
/// (<see cref="GroupButtons.Home"/>), within the workspace that Slack vouches for, and the turn looks whether they are
/// one of it.
/// </summary>
internal static class HomePress
{
    private const int MostView = 100;

    /// <param name="from">As <see cref="HomeOrigin.Read"/> tells it.</param>
    /// <param name="by">Who pressed, as Slack vouches.</param>
    public static Interaction Translate(
        JsonElement payload, BlockKitPress press, string from, (string Tenant, string User, string Trigger) by,
        string? bot)
    {
        var view = Member(payload, "view");
        var isTab = Text(view, "type") == "home";
        var home = new HomeRequest(by.Tenant, by.User, from, isTab ? HomeRequest.HashOf(view) : null);
        if (press.Verb == BlockKitHome.PageVerb)
        {
            var place = press.Fields.GetValueOrDefault(BlockKitHome.From);
            return Interaction.Nothing with { Home = home with { From = place ?? "" } };
        }
        if (press.Verb is null) return Interaction.Nothing;
        if (!press.Fields.TryGetValue(GroupButtons.Home, out var group) || !Place.IsId(group) || group == by.User)
            return Interaction.Bad("A press in a Home tab names no group.");

        var submitted = Text(payload, "type") == "view_submission";
        var id = isTab || Text(view, "id") is not { Length: > 0 and <= MostView } known ? null : known;
        var chat = Place.OwnChat(by.Tenant, by.User, bot);
        var pressed = Interaction.Of(payload, chat, (by.User, by.Trigger), press, message: null);
        return pressed with
        {
            Where = new AnswerPlace(chat, by.User, null, SeenAlone: false)
            {
                View = new HomeView(home, by.Trigger, id, submitted),
                InputBlock = submitted ? Interaction.InputBlock(view) : null,
            },
        };
    }
}
