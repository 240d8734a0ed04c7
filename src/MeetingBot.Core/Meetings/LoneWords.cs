using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>Words typed alone that may mean one command or another: the answer names both.</summary>
internal static class LoneWords
{
    public static CommandForm Stop { get; } = CommandForm.Plain("stop", "tells how to end what runs", () => new Misunderstood(
        "stop", "To end the meeting say \"end\"; to leave an item, \"next\".", EndMeeting.Form)) with
    {
        Example = "/meeting end",
        Hidden = true,
    };
}
