using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;

namespace MeetingBot.Slack.Answers;

/// <summary>
/// Shows somebody what concerns them alone: in the place of a card that only they see, else as a message that only they
/// see. What was done is in the store by then; that it is shown is all this adds.
/// </summary>
internal sealed class PrivateAnswers(ResponseUrls urls, Workspaces workspaces, SlackApi api, PersonalChats chats)
{
    /// <summary>Never throws.</summary>
    public async Task ShowAsync(AnswerPlace place, TurnResult result)
    {
        if (result.Failure is { } failure)
            await ShowAsync(place, Plain(failure.Words), inPlace: false).ConfigureAwait(false);
        else if (result.Answer is { Card: { } card, Refused: false } answer)
            await ShowAsync(place, BlockKitMessage.Pages(card, answer.Text), place.SeenAlone).ConfigureAwait(false);
        else if (result.Answer is { Text.Length: > 0 } said)
            await ShowAsync(place, Plain(said.Text), inPlace: false).ConfigureAwait(false);
    }

    private async ValueTask ShowAsync(AnswerPlace place, ImmutableArray<RenderedMessage> messages, bool inPlace)
    {
        // Of several only one can stand in the place of another: the last has the buttons.
        for (var i = 0; i < messages.Length; i++)
        {
            var replaces = inPlace && i == messages.Length - 1;
            var json = ResponseUrls.Message(messages[i], replaces);
            if (!await urls.PostAsync(place.ResponseUrl, json).ConfigureAwait(false))
                await PostAsync(place, messages[i]).ConfigureAwait(false);
        }
    }

    // Without an address that takes it, by the bot's own token.
    private async ValueTask PostAsync(AnswerPlace place, RenderedMessage content)
    {
        var (token, _) = await workspaces.TokenAsync(place.Conversation.Tenant, default).ConfigureAwait(false);
        if (token is null) return;
        var (channel, thread) = Place.Split(place.Conversation.Target);
        // A Home tab has no channel: what is not shown in it goes into their own chat.
        if (channel == place.User)
        {
            var (chat, _) = await chats
                .FindAsync(token, place.Conversation.Tenant, channel, default).ConfigureAwait(false);
            if (chat is null) return;
            channel = chat;
        }
        if (place.Conversation.Kind == ConversationKind.Personal)
            await api.PostMessageAsync(token, channel, thread, content, default).ConfigureAwait(false);
        else
            await api.PostEphemeralAsync(token, channel, thread, place.User, content, default).ConfigureAwait(false);
    }

    private static ImmutableArray<RenderedMessage> Plain(string text) => SlackText.Pages(text, TextFormat.Plain);
}
