using System.Collections.Immutable;
using System.Net;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Teams.Activities;
using MeetingBot.Teams.Cards;
using MeetingBot.Teams.Connector;
using MeetingBot.Teams.Files;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Teams;

/// <summary>Sends to Teams over the Bot Connector.</summary>
public sealed class TeamsChannel : IChannel
{
    /// <summary>The platform's name in references and persons.</summary>
    public const string Name = "teams";

    private readonly ConnectorClient _client;
    private readonly PersonalConversations _personal;
    private readonly SentParts _parts = new();
    private readonly ReadFile? _readFile;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly ILogger _logger;

    /// <param name="limit">Of one delivery, all its calls together.</param>
    /// <param name="readFile">Gives the files that messages offer; null where there are none.</param>
    internal TeamsChannel(
        ConnectorClient client, TimeProvider time, TimeSpan limit, ILogger logger, ReadFile? readFile = null)
    {
        _readFile = readFile;
        (_time, _limit) = (time, limit);
        _client = client;
        _personal = new PersonalConversations(client);
        _logger = logger;
    }

    public string Platform => Name;

    /// <inheritdoc/>
    /// <remarks>The connector knows no idempotency key: a message cut off after it was taken is sent twice.</remarks>
    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        var delivery = CardPages.TrySplit(message.Card, out var cards)
            ? await InTimeAsync(outboxId, message, cards, existing, cancel).ConfigureAwait(false)
            : new Delivery.Refused("its card is too large");
        if (delivery is not Delivery.Later) _parts.Forget(outboxId);
        if (delivery is Delivery.Refused refused)
            Log.DeliveryRefused(_logger, outboxId, OpaqueId.Of(message.To.Group.PartitionKey), refused.Reason);
        return delivery;
    }

    private async ValueTask<Delivery> InTimeAsync(
        string outboxId, Outgoing message, ImmutableArray<Card> cards, LiveCard? existing, CancellationToken cancel)
    {
        using var inTime = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel);
        try
        {
            return await InPartsAsync(outboxId, message, cards, existing, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            // The call that was cut off could not tell whether it was we who gave it up.
            TeamsMetrics.PlatformError(0);
            Log.ConnectorUnreachable(_logger, nameof(TimeoutException), null);
            return new Delivery.Later(null, "no answer in time");
        }
    }

    // A card too large for one message goes on in the next. The last has the inputs and buttons: it is the one edited.
    private async ValueTask<Delivery> InPartsAsync(
        string outboxId, Outgoing message, ImmutableArray<Card> cards, LiveCard? existing, CancellationToken cancel)
    {
        if (cards.IsEmpty) return await WithFileAsync(outboxId, message, existing, cancel).ConfigureAwait(false);
        foreach (var card in existing is null || message.Fresh ? cards[..^1].Skip(_parts.Of(outboxId)) : [])
        {
            var part = message with { Card = card, Text = card.Title };
            var delivery = await OneAsync(part, null, cancel).ConfigureAwait(false);
            if (delivery is not Delivery.Sent) return delivery;
            _parts.Add(outboxId);
        }
        return await OneAsync(message with { Card = cards[^1] }, existing, cancel).ConfigureAwait(false);
    }

    // First what it says, which has the address too; the question about the file can be overlooked, or fail for good.
    private async ValueTask<Delivery> WithFileAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        if (message.File is null || _parts.Of(outboxId) == 0)
        {
            var said = await OneAsync(message, existing, cancel).ConfigureAwait(false);
            if (said is not Delivery.Sent || message.File is null || _readFile is null || !IsPersonal(message))
                return said;
            _parts.Add(outboxId);
        }
        return await OfferAsync(message.File!, message, cancel).ConfigureAwait(false);
    }

    private async ValueTask<Delivery> OfferAsync(FileOffer offer, Outgoing message, CancellationToken cancel)
    {
        try
        {
            if (await _readFile!(offer.Reference, cancel).ConfigureAwait(false) is not { Length: > 0 } file)
                return new Delivery.Sent(null);
            var conversation = message.Recipient is { } person
                ? (await _personal.FindAsync(person, message.To, cancel).ConfigureAwait(false)).Id
                : message.To.Target;
            if (conversation is null) return new Delivery.Sent(null);
            using var body = new PooledBuffer();
            FileActivities.Consent(body, offer, file.Length);
            var path = ConnectorPaths.Activities(conversation);
            var response = await _client
                .SendAsync(HttpMethod.Post, message.To.ServiceUrl, path, body, cancel).ConfigureAwait(false);
            return Deliveries.Of(response, null) is Delivery.Later later ? later : new Delivery.Sent(null);
        }
        catch (Tables.TableUnavailableException)
        {
            return new Delivery.Later(null, "the store does not answer");
        }
    }

    private static bool IsPersonal(Outgoing message) =>
        message.Recipient is not null || message.To.Kind is ConversationKind.Personal;

    private ValueTask<Delivery> OneAsync(Outgoing message, LiveCard? existing, CancellationToken cancel) =>
        message.Recipient is { } person
            ? ToPersonAsync(person, message, existing, cancel)
            : ToConversationAsync(message.To.Target, message, existing, message.ReplyTo, cancel);

    private async ValueTask<Delivery> ToPersonAsync(
        Person person, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        while (true)
        {
            var (id, response) = await _personal.FindAsync(person, message.To, cancel).ConfigureAwait(false);
            if (id is null && response.Succeeded) return new Delivery.Later(null, "no conversation id");
            if (id is null) return Deliveries.Of(response, null);

            var delivery = await ToConversationAsync(id, message, existing, null, cancel).ConfigureAwait(false);
            var wasKnown = response.Status == 0;
            if (delivery is not Delivery.Refused || !wasKnown || !_personal.Forget(person, id)) return delivery;
        }
    }

    private ValueTask<Delivery> ToConversationAsync(
        string conversation, Outgoing message, LiveCard? existing, string? replyTo, CancellationToken cancel)
    {
        if (existing is null) return PostAsync(conversation, message, replyTo, cancel);
        // An id means something only in the thread it was given in, which is seldom the one that speaks now.
        var there = existing.Conversation ?? conversation;
        return message.Fresh
            ? ReplaceAsync(conversation, message, ConnectorPaths.Activity(there, existing.Message), cancel)
            : PutAsync(there, message, existing.Message, cancel);
    }

    private async ValueTask<Delivery> PostAsync(
        string conversation, Outgoing message, string? replyTo, CancellationToken cancel)
    {
        using var body = new PooledBuffer();
        ActivityWriter.Message(body, message, replyTo);
        var path = replyTo is null
            ? ConnectorPaths.Activities(conversation)
            : ConnectorPaths.Activity(conversation, replyTo);
        var response = await _client
            .SendAsync(HttpMethod.Post, message.To.ServiceUrl, path, body, cancel).ConfigureAwait(false);

        // What it answers may have been deleted meanwhile; the answer was promised all the same.
        return response.Status == HttpStatusCode.NotFound && replyTo is not null
            ? await PostAsync(conversation, message, null, cancel).ConfigureAwait(false)
            : Deliveries.Of(response, null);
    }

    private async ValueTask<Delivery> PutAsync(
        string conversation, Outgoing message, string existingId, CancellationToken cancel)
    {
        using var body = new PooledBuffer();
        ActivityWriter.Message(body, message, null);
        var path = ConnectorPaths.Activity(conversation, existingId);
        var response = await _client
            .SendAsync(HttpMethod.Put, message.To.ServiceUrl, path, body, cancel).ConfigureAwait(false);
        return Deliveries.Of(response, existingId);
    }

    // The new one first, so that there is always one; that the old one stays does no harm.
    private async ValueTask<Delivery> ReplaceAsync(
        string conversation, Outgoing message, string old, CancellationToken cancel)
    {
        var delivery = await PostAsync(conversation, message, null, cancel).ConfigureAwait(false);
        if (delivery is not Delivery.Sent) return delivery;

        await DeleteAsync(message.To.ServiceUrl, old, cancel).ConfigureAwait(false);
        return delivery;
    }

    // What was posted stays posted when there is no time left for this.
    private async ValueTask DeleteAsync(string? serviceUrl, string old, CancellationToken cancel)
    {
        var status = 0;
        try
        {
            var deleted = await _client
                .SendAsync(HttpMethod.Delete, serviceUrl, old, null, cancel).ConfigureAwait(false);
            if (deleted.Succeeded) return;
            status = (int)deleted.Status;
        }
        catch (OperationCanceledException)
        {
            // Logged as no answer.
        }
        Log.OldCardStays(_logger, status);
    }
}
