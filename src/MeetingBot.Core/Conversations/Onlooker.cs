using System.Collections.Immutable;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>A turn that only looks, to draw what its person may see. Nothing comes of it.</summary>
public static class Onlooker
{
    private const int MostHot = 50;

    public static async ValueTask<Turn> LookAsync(
        ITable table, ConversationReference conversation, Person viewer, Instant now, TurnOptions options,
        CancellationToken cancel)
    {
        var hot = await table.QueryAsync(conversation.Group.PartitionKey, GroupRows.Now, MostHot, cancel);
        var look = new CardAnswer(
            "", conversation, viewer, "", ImmutableDictionary<string, string>.Empty, null, WantsAnswer: true,
            Automatic: true);
        return new Turn(look, now, "", () => "", new RowSet(hot), options).AsKnownHere();
    }
}
