using MeetingBot.Cards;
using MeetingBot.Slack.Answers;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Homes;

/// <summary>
/// Answers what somebody pressed in their Home tab, or in a view that was opened from there: a card in a view, words
/// above what waits for them. Then the tab is shown anew.
/// </summary>
internal sealed class HomeTab(SlackServer slack, DoorTurns turns, HomePublisher publisher, ILogger logger)
{
    /// <inheritdoc cref="HomePublisher.Publish"/>
    public void Publish(HomeRequest request) => publisher.Publish(request);

    /// <summary>The acknowledgement, in time; what comes of a press is shown behind it.</summary>
    public async ValueTask<Acknowledgement> AnswerAsync(AnswerPlace place, HomeView at, Task<TurnResult> running)
    {
        if (await turns.InTimeAsync(running).ConfigureAwait(false) is not { } result)
        {
            _ = LaterAsync(place, at, running);
            return Acknowledgement.Done;
        }
        if (!at.Submitted)
        {
            _ = ShowAsync(place, at, result);
            return Acknowledgement.Done;
        }
        if (CardOf(result) is { } card && Modal(card, at) is { } view)
        {
            publisher.Publish(at.Home);
            return Acknowledgement.Json(SlackApi.Write(writer =>
            {
                writer.WriteString("response_action"u8, "update"u8);
                SlackApi.WriteView(writer, view);
            }));
        }
        if (result is { Failure: null, Answer: null or { Refused: false } } || place.InputBlock is not { } block)
        {
            _ = ShowAsync(place, at, result);
            return Acknowledgement.Done;
        }
        publisher.Publish(at.Home);
        return Acknowledgement.Json(SlackDoor.ViewErrors(block, WordsOf(result)!.Text));
    }

    private async Task LaterAsync(AnswerPlace place, HomeView at, Task<TurnResult> running) =>
        await ShowAsync(place, at, await running.ConfigureAwait(false)).ConfigureAwait(false);

    // Never throws.
    private async Task ShowAsync(AnswerPlace place, HomeView at, TurnResult result)
    {
        try
        {
            if (CardOf(result) is { } card)
            {
                publisher.Publish(at.Home);
                if (at.Submitted || !await OpenAsync(card, at).ConfigureAwait(false))
                    await slack.Answers.ShowAsync(place, result).ConfigureAwait(false);
                return;
            }
            var words = WordsOf(result);
            // What lies above the tab hides what is said there.
            if (at.ViewId is not null && !at.Submitted && words is not null)
                await OpenAsync(new Card("MeetingBot", words), at).ConfigureAwait(false);
            publisher.Publish(at.Home with { Notice = words });
        }
        catch (CardTooLargeException e)
        {
            Log.AnswerNotShown(logger, e.GetType().Name);
        }
    }

    // In the place of the view that was pressed in, or above the tab while its trigger lasts.
    private async ValueTask<bool> OpenAsync(Card card, HomeView at)
    {
        if (Modal(card, at) is not { } view) return false;
        var (token, _) = await slack.Workspaces
            .TokenAsync(at.Home.Tenant, CancellationToken.None).ConfigureAwait(false);
        if (token is null) return false;
        var response = at.ViewId is { } id
            ? await slack.Api.UpdateViewAsync(token, id, view, CancellationToken.None).ConfigureAwait(false)
            : await slack.Api.OpenViewAsync(token, at.Trigger, view, CancellationToken.None).ConfigureAwait(false);
        return response.Ok;
    }

    private static ReadOnlyMemory<byte>? Modal(Card card, HomeView at)
    {
        try
        {
            return BlockKitModal.Of(card, HomeOrigin.Write(at.Home.From));
        }
        catch (CardTooLargeException)
        {
            return null;
        }
    }

    private static Card? CardOf(TurnResult result) =>
        result is { Failure: null, Answer: { Refused: false, Card: { } card } } ? card : null;

    private static CardText? WordsOf(TurnResult result) =>
        result.Failure is { } failure ? new CardText(failure.Words, TextTone.Warning)
        : result.Answer is { Text.Length: > 0 } said
            ? new CardText(said.Text, said.Refused ? TextTone.Warning : TextTone.Strong)
            : null;
}
