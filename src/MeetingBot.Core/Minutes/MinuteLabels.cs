using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>What a line of the minutes is labelled with, as it is typed.</summary>
internal static class MinuteLabels
{
    /// <summary><c>RESOLVED: </c>; empty for what bears no label of its own.</summary>
    public static string Of(MinuteKind kind) => kind switch
    {
        MinuteKind.Resolution => "RESOLVED: ",
        MinuteKind.Agreement => "AGREED: ",
        MinuteKind.Topic => "Topic: ",
        _ => "",
    };
}
