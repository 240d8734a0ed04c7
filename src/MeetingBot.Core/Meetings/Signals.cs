using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Meetings;

/// <summary>What the platform's own call and member lists mean here.</summary>
public static class Signals
{
    public static Command? Read(MeetingSignal signal) => signal.Kind switch
    {
        SignalKind.Started => new StartMeeting(Title(signal.Title), signal.CallIds, ByPlatform: true),
        SignalKind.Ended => new EndMeeting(signal.CallIds, ByPlatform: true),
        SignalKind.Joined => new CallAttendance(signal.People, Joined: true),
        _ => new CallAttendance(signal.People, Joined: false),
    };

    public static Command? Read(MembersAdded members) => new Welcome(members.BotAdded, members.People);

    public static Command? Read(MemberLeft left) => new Farewell();

    private static string? Title(string? title) =>
        string.IsNullOrWhiteSpace(title) ? null : Phrases.Shorten(title.Trim(), Meeting.MostTitle);
}
