using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Guests;

/// <summary>The guests of polls: where they are, and how they are talked about.</summary>
public static class PollGuests
{
    /// <summary>The kind of their links' addresses.</summary>
    public const string Kind = "ballot";

    internal const string Example = "/poll guests 3 Anna Berg, Ben Ito";

    public static GuestBook Of(int poll) => new(Kind, PollCards.Number(poll), [Rows.Segment(poll)]);

    internal static GuestWords Words(Poll poll) =>
        new(poll.Name, $"answer {poll.Name}", $"/poll guests {poll.Number}", Example);
}
