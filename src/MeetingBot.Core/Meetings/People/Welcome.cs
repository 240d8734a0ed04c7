using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.People;

/// <summary>Says hello where the bot was added, and learns who is there.</summary>
public sealed record Welcome(bool BotAdded, ImmutableArray<Person> People) : Command<MeetingState>
{
    private const string Hello =
        "Hello, I help this group to hold its meetings: agenda, minutes, resolutions and actions.\n"
        + "Begin with /agenda add Token lifetimes 15m, and then /meeting start; /help says what you can do at any "
            + "moment.";

    public override Decision Decide(MeetingState state, Turn turn) => new()
    {
        Marks = [.. People.Where(person => GroupRows.IsMember(person, turn.Conversation)).Select(GroupRows.Member)],
        Messages = BotAdded ? [turn.Say(Hello)] : [],
    };
}
