using System.Collections.Immutable;
using MeetingBot.Cards;

namespace MeetingBot.Meetings.Homes;

/// <summary>What stands in a home in which nothing waits.</summary>
internal static class HomeWords
{
    /// <summary>A page on which nothing stands, and which is not the last.</summary>
    public static ImmutableArray<CardElement> GoesOn =>
        [new CardText("Nothing waits for you in these groups; you are in more.")];

    /// <param name="member">Whether they are in a group that the bot knows.</param>
    public static ImmutableArray<CardElement> Empty(bool member) => member
        ?
        [
            new CardText("Nothing waits for you: no poll, no scores and no open action in any of your groups."),
            new CardText(
                "What you are asked and what you take on stands here, with the next meetings. What each group does is "
                    + "in its conversation; /help there says what you can do.", TextTone.Subtle),
        ]
        :
        [
            new CardText(
                "I help a group to hold its meetings: dates, agendas, minutes, polls, actions and assessments of "
                    + "risks. What waits for you in all your groups will stand here, with their next meetings."),
            new CardText(
                "To begin, invite me into your group's conversation and write there: /agenda add Budget 10m\n"
                    + "Then /meeting start, and /help says what you can do at any moment."),
            new CardText(
                "Nothing stands here though you are in a group? I know you there once you have written to me, "
                    + "answered a poll or pressed something.", TextTone.Subtle),
        ];
}
