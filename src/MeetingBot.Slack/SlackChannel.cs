using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack;

/// <summary>Sends to Slack over its Web API.</summary>
public sealed class SlackChannel : IChannel
{
    /// <summary>The platform's name in references and persons.</summary>
    public const string Name = "slack";

    private readonly Lazy<SlackServer> _server;
    private readonly SentParts _parts = new();
    private readonly ChannelPace _pace;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly ILogger _logger;

    /// <param name="server">Made when the first message is sent.</param>
    internal SlackChannel(Func<SlackServer> server, SlackOptions options, TimeProvider time, ILogger logger)
    {
        (_server, _time, _limit, _logger) = (new Lazy<SlackServer>(server), time, options.CallLimit, logger);
        _pace = new ChannelPace(time, options.Pace);
    }

    public string Platform => Name;

    private SlackServer Slack => _server.Value;

    /// <inheritdoc/>
    /// <remarks>Slack knows no idempotency key: a message cut off after it was taken is sent twice.</remarks>
    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        var delivery = await InTimeAsync(outboxId, message, existing, cancel).ConfigureAwait(false);
        if (delivery is not Delivery.Later) _parts.Forget(outboxId);
        if (delivery is Delivery.Refused refused)
            Log.DeliveryRefused(_logger, outboxId, OpaqueId.Of(message.To.Group.PartitionKey), refused.Reason);
        return delivery;
    }

    private async ValueTask<Delivery> InTimeAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        using var inTime = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel);
        try
        {
            return await WithTokenAsync(outboxId, message, existing, either.Token).ConfigureAwait(false);
        }
        catch (Blocks.CardTooLargeException)
        {
            return new Delivery.Refused("its card is too large");
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            // The call that was cut off could not tell whether it was we who gave it up.
            SlackMetrics.PlatformError(0);
            Log.CallUnanswered(_logger, "delivery", nameof(TimeoutException));
            return new Delivery.Later(null, "no answer in time");
        }
    }

    private async ValueTask<Delivery> WithTokenAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        var tenant = message.To.Tenant;
        var (token, problem) = await Slack.Workspaces.TokenAsync(tenant, cancel).ConfigureAwait(false);
        if (token is null) return problem!;
        var (channel, thread) = Place.Split(message.To.Target);
        if (message.Recipient is { } person)
        {
            // Of another workspace somebody may have the same id and be another.
            if (person.Platform != Name || person.Tenant != tenant)
                return new Delivery.Refused("its recipient has no account in the workspace");
            var (found, response) = await Slack.Chats
                .FindAsync(token, tenant, person.Id, cancel).ConfigureAwait(false);
            var there = new Spot(tenant, token, channel, thread);
            var alone = found is null
                ? await FailedAsync(tenant, token, response, cancel).ConfigureAwait(false)
                : await InPartsAsync(outboxId, message, there with { Channel = found, Thread = null }, existing, cancel)
                    .ConfigureAwait(false);
            return alone is Delivery.Refused refused && SlackErrors.IsOfChat(refused.Reason)
                && message.To.Kind is not ConversationKind.Personal
                    ? await InChannelAsync(outboxId, message, person, there, cancel).ConfigureAwait(false)
                    : alone;
        }
        var to = new Spot(tenant, token, channel, thread);
        return await InPartsAsync(outboxId, message, to, existing, cancel).ConfigureAwait(false);
    }

    // Who has no chat with the bot is shown it in the channel, unseen by others; who can't be shown it there is told.
    private async ValueTask<Delivery> InChannelAsync(
        string outboxId, Outgoing message, Person person, Spot there, CancellationToken cancel)
    {
        var parts = PartsOf(message);
        for (var part = _parts.Of(outboxId); part < parts.Length; part++)
        {
            var response = await Slack.Api.PostEphemeralAsync(
                there.Token, there.Channel, there.Thread, person.Id, parts[part], cancel).ConfigureAwait(false);
            var delivery = await OfAsync(there, response, null, cancel).ConfigureAwait(false);
            if (delivery is Delivery.Later) return delivery;
            if (delivery is not Delivery.Sent)
            {
                var told = await PostAsync(there, Unreached(person), cancel).ConfigureAwait(false);
                return told is Delivery.Sent ? new Delivery.Sent(null) : told;
            }
            _parts.Add(outboxId);
        }
        return new Delivery.Sent(null);
    }

    private static RenderedMessage Unreached(Person person) => SlackText.Pages(
        $"I have something for {person.Name} alone, but Slack lets me write to them neither in a chat of our own nor "
        + "here. It is there once they have written to me in my own chat and ask for it again.",
        TextFormat.Plain)[0];

    // What is too large for one message goes on in the next. The last has the inputs and buttons: it is the one edited.
    private async ValueTask<Delivery> InPartsAsync(
        string outboxId, Outgoing message, Spot to, LiveCard? existing, CancellationToken cancel)
    {
        var parts = PartsOf(message);
        var alone = message.Recipient is not null || message.To.Kind is ConversationKind.Personal;
        var file = message.File is not null && alone;
        Delivery delivery = new Delivery.Sent(existing?.Message);
        var first = existing is null || message.Fresh ? 0 : parts.Length - 1;
        // Drawn anew it may have fewer parts than were sent: its last, with the buttons, is always.
        var next = Math.Min(first + _parts.Of(outboxId), file ? parts.Length : parts.Length - 1);
        for (var part = next; part < parts.Length; part++)
        {
            delivery = part == parts.Length - 1
                ? await LastAsync(message, to, parts[part], existing, cancel).ConfigureAwait(false)
                : await PostAsync(to, parts[part], cancel).ConfigureAwait(false);
            if (delivery is not Delivery.Sent) return delivery;
            if (file || part < parts.Length - 1) _parts.Add(outboxId);
        }
        if (!file) return delivery;
        var put = await Slack.Files
            .PutAsync(message.File!, to.Token, to.Channel, to.Thread, cancel).ConfigureAwait(false);
        return put is Delivery.Later ? put : delivery;
    }

    private static ImmutableArray<RenderedMessage> PartsOf(Outgoing message) => message.Card is { } card
        ? BlockKitMessage.Pages(card, message.Text)
        : SlackText.Pages(message.Text, message.Format, message.IsTalk);

    private async ValueTask<Delivery> LastAsync(
        Outgoing message, Spot to, RenderedMessage content, LiveCard? existing, CancellationToken cancel)
    {
        if (existing is null) return await PostAsync(to, content, cancel).ConfigureAwait(false);
        // An id means something only in the channel that it was given in.
        var there = to with { Channel = existing.Conversation is { } known ? Place.Split(known).Channel : to.Channel };
        if (message.Fresh)
            return await ReplaceAsync(to, content, there, existing.Message, cancel).ConfigureAwait(false);
        // However long an edit is on its way, that of a card that thousands change has a second to itself.
        var edited = $"{there.Channel}/{existing.Message}";
        if (message.Paced) await _pace.WaitAsync(to.Tenant, edited, cancel).ConfigureAwait(false);
        var response = await Slack.Api
            .UpdateMessageAsync(to.Token, there.Channel, existing.Message, content, cancel).ConfigureAwait(false);
        if (message.Paced) _pace.Ended(to.Tenant, edited);
        return await OfAsync(to, response, existing.Message, cancel).ConfigureAwait(false);
    }

    private async ValueTask<Delivery> PostAsync(Spot to, RenderedMessage content, CancellationToken cancel)
    {
        await _pace.WaitAsync(to.Tenant, to.Channel, cancel).ConfigureAwait(false);
        var response = await Slack.Api
            .PostMessageAsync(to.Token, to.Channel, to.Thread, content, cancel).ConfigureAwait(false);
        _pace.Ended(to.Tenant, to.Channel);
        // Of a thread that was deleted meanwhile the answer was promised all the same.
        if (response.Error is "thread_not_found" or "cannot_reply_to_message" && to.Thread is not null)
            return await PostAsync(to with { Thread = null }, content, cancel).ConfigureAwait(false);
        if (SlackErrors.IsAbsent(response.Error))
            await Slack.Absences.TellAsync(to.Tenant, to.Channel).ConfigureAwait(false);
        return await OfAsync(to, response, null, cancel).ConfigureAwait(false);
    }

    // The new one first, so that there is always one; that the old one stays does no harm.
    private async ValueTask<Delivery> ReplaceAsync(
        Spot to, RenderedMessage content, Spot there, string old, CancellationToken cancel)
    {
        var delivery = await PostAsync(to, content, cancel).ConfigureAwait(false);
        if (delivery is not Delivery.Sent) return delivery;
        try
        {
            var deleted = await Slack.Api
                .DeleteMessageAsync(to.Token, there.Channel, old, cancel).ConfigureAwait(false);
            if (!deleted.Ok) Log.OldCardStays(_logger, SlackErrors.Reason(deleted));
        }
        catch (OperationCanceledException)
        {
            // What was posted stays posted when there is no time left for this.
        }
        return delivery;
    }

    private ValueTask<Delivery> OfAsync(
        Spot to, SlackResponse response, string? existing, CancellationToken cancel) =>
        OfAsync(to.Tenant, to.Token, response, existing, cancel);

    private async ValueTask<Delivery> OfAsync(
        string tenant, string token, SlackResponse response, string? existing, CancellationToken cancel)
    {
        if (!response.Ok
            && await Slack.Workspaces.FailedAsync(tenant, token, response.Error, cancel).ConfigureAwait(false))
            return new Delivery.Later(null, "the token has been replaced");
        return SlackErrors.Delivery(response, existing);
    }

    private async ValueTask<Delivery> FailedAsync(
        string tenant, string token, SlackResponse response, CancellationToken cancel) =>
        await OfAsync(tenant, token, response, null, cancel).ConfigureAwait(false) is var delivery
        && delivery is Delivery.Sent
            ? new Delivery.Later(null, "the chat has no id")
            : delivery;

    /// <summary>Where a message goes, and with which token.</summary>
    private sealed record Spot(string Tenant, string Token, string Channel, string? Thread);
}
