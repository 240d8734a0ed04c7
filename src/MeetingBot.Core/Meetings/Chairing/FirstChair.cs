using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Chairing;

/// <summary>What is said once in a group's life.</summary>
internal static class FirstChair
{
    /// <summary>Who has become the group's first chair, and how others do.</summary>
    public static string Told(Person chair) =>
        $"From now on {chair.Name} is a chair of this group; to name others too: /settings chairs @{chair.Name}, "
            + "@name";
}
