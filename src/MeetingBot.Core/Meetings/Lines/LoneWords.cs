using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// Words that people in a hurry type alone for a command of other words. Hidden ones, of which no near miss is looked
/// for: "Smart" is no slip of "start".
/// </summary>
internal static class LoneWords
{
    public static CommandForm Start { get; } = Alone("start", StartMeeting.Form);

    public static CommandForm Finish { get; } = Alone("finish", EndMeeting.Form);

    public static CommandForm Time { get; } = Alone("time", MeetingStatus.Form) with { Aliases = ["time?"] };

    /// <summary>It may mean one command or another: the answer names both.</summary>
    public static CommandForm Stop { get; } =
        CommandForm.Plain("stop", "tells how to end what runs", () => new Misunderstood(
        "stop", "To end the meeting say \"end\"; to leave an item, \"next\".", EndMeeting.Form)) with
    {
        Example = "/meeting end",
        Hidden = true,
    };

    // "Start by reading it" between people is talk.
    private static CommandForm Alone(string word, CommandForm meant) => meant with
    {
        Words = word,
        Aliases = [],
        Hidden = true,
        Read = input => input.Text.Length > 0 && input.MayBeTalk
            ? ParsedCommand.Wrong($"\"{word}\" stands alone.")
            : meant.Read(input),
    };
}
