using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Linking;

/// <summary>Carries what one group asks of another to it: a turn there, once for each errand.</summary>
public sealed class LinkDoor(ITable table, RunTurn run, IClock clock) : IChannel
{
    private const string NotOffered =
        "No group has offered that code, or longer than an hour ago. A chair of the other group gets a new one there "
            + "with /link";

    public string Platform => LinkErrand.Door;

    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        if (message is not { Errand: { } errand, Recipient: { } asked })
            return new Delivery.Refused("it is no errand of anybody");
        try
        {
            await (LinkErrand.JoinedOf(errand) is { } joined ? SettleAsync(joined)
                : LinkErrand.RequestOf(errand) is { } request ? AskAsync(request)
                : DoneAsync(message.To, null));
            return new Delivery.Sent(null);
        }
        catch (TableUnavailableException)
        {
            return new Delivery.Later(null, "the store does not answer");
        }

        async ValueTask SettleAsync(LinkRequest joined)
        {
            var (own, home) = (joined.From.Own, message.To.Group);
            if (!await JoinedGroups.NamesAsync(table, home, own, cancel)
                || await JoinedGroups.KeepAsync(table, own, home, cancel)) return;
            await DoneAsync(message.To, "another group has it");
        }

        async ValueTask AskAsync(LinkRequest request)
        {
            var (to, problem) = await FindAsync(LinkErrand.CodeOf(errand), message.To, cancel);
            if (to is not null && !await NoteAsync(request, to, cancel)) return;
            await DoneAsync(to ?? message.To, problem);
        }

        async ValueTask DoneAsync(ConversationReference to, string? problem) => await run(
            new ErrandDone($"errand {outboxId}", to, asked, errand, null, problem), cancel);
    }

    // Written before the request is: who deletes everything of a conversation finds by it where it has asked. False
    // where that was done since.
    private async ValueTask<bool> NoteAsync(LinkRequest request, ConversationReference to, CancellationToken cancel)
    {
        var partition = request.From.Own.PartitionKey;
        if (await JoinedGroups.IsForgottenAsync(table, request.From.Own, request.Epoch, cancel)) return false;
        var asking = Rows.Write(new LinkAsking(to, request.Until), LinkJson.Default.LinkAsking);
        await table.CommitAsync(partition, [new RowChange.Upsert(LinkRows.AskingOf(to.Own), asking)], cancel);
        return true;
    }

    private async ValueTask<(ConversationReference? To, string? Problem)> FindAsync(
        string code, ConversationReference from, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (await PageLinks.FindAsync(table, code, LinkErrand.Kind, now, cancel) is not { Group: { } group })
            return (null, NotOffered);
        if (group == from.Group) return (null, "That is this very group's code: type it in the other conversation.");
        var row = await table.GetAsync(group.PartitionKey, LinkRows.Offer, cancel);
        return row?.TryRead(LinkJson.Default.LinkOffer) is { } offer
            && offer.Code == OpaqueId.Digest(code)
            && offer.Until > now
            ? (offer.At, null)
            : (null, NotOffered);
    }
}
