using System.Text;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Answers;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Homes;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;
using MeetingBot.Tables;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack;

/// <summary>
/// What becomes of what Slack sends, however it came: it is translated, its turn is run, and Slack is answered in time.
/// </summary>
internal sealed class SlackDoor(SlackServer slack, DoorTurns turns, HomeTab homes, ILogger logger)
{
    private const int MaxChallenge = 1_000;

    private static readonly TimeSpan ServerLimit = TimeSpan.FromSeconds(2);

    /// <summary>A form to <c>/slack/commands</c>.</summary>
    public async ValueTask<Acknowledgement> CommandFormAsync(ReadOnlyMemory<byte> body)
    {
        if (FormFields.Parse(body) is not { } form) return Denial.BadSyntax;
        // Slack looks whether the address has a certificate.
        if (form.ContainsKey("ssl_check")) return Acknowledgement.Done;
        return await CommandAsync(form.GetValueOrDefault).ConfigureAwait(false);
    }

    /// <summary>A body of <c>/slack/events</c>.</summary>
    public async ValueTask<Acknowledgement> EventBodyAsync(ReadOnlyMemory<byte> body)
    {
        if (JsonMembers.Parse(body) is not { } envelope) return Denial.BadSyntax;
        switch (JsonMembers.Text(envelope, "type"))
        {
            case "url_verification":
                return JsonMembers.Text(envelope, "challenge") is { Length: > 0 and <= MaxChallenge } challenge
                    ? Acknowledgement.Json(SlackApi.Write(writer => writer.WriteString("challenge"u8, challenge)))
                    : Denial.BadPayload;
            case "app_rate_limited":
                Log.EventsHeldBack(logger, OpaqueId.Of(JsonMembers.Text(envelope, "team_id") ?? ""));
                return Acknowledgement.Done;
            case "event_callback":
                return await EventAsync(envelope).ConfigureAwait(false);
            default:
                return Acknowledgement.Done;
        }
    }

    /// <summary>A form to <c>/slack/interactions</c> or <c>/slack/options</c>: one field, JSON.</summary>
    public async ValueTask<Acknowledgement> InteractionFormAsync(ReadOnlyMemory<byte> body)
    {
        if (FormFields.Parse(body)?.GetValueOrDefault("payload") is not { } json) return Denial.BadSyntax;
        return JsonMembers.Parse(Encoding.UTF8.GetBytes(json)) is { } payload
            ? await InteractionAsync(payload).ConfigureAwait(false)
            : Denial.BadSyntax;
    }

    /// <summary>A delivery over a socket.</summary>
    /// <param name="type">As its envelope has it.</param>
    public ValueTask<Acknowledgement> TakeAsync(string type, JsonElement payload) => type switch
    {
        "slash_commands" => CommandAsync(name => JsonMembers.Text(payload, name)),
        "events_api" => EventAsync(payload),
        "interactive" => InteractionAsync(payload),
        _ => new ValueTask<Acknowledgement>(Denial.BadPayload),
    };

    /// <param name="field">A field of the command by its name.</param>
    public async ValueTask<Acknowledgement> CommandAsync(Func<string, string?> field)
    {
        var translation = SlashCommand.Translate(field, slack.Workspaces.BotOf);
        if (translation.Problem is { } problem) return Bad(problem);
        slack.Absences.Typed(translation.Tenant, field("channel_id")!, translation.ResponseUrl);
        return await TypedAsync(translation).ConfigureAwait(false);
    }

    /// <param name="envelope">An <c>event_callback</c>.</param>
    public async ValueTask<Acknowledgement> EventAsync(JsonElement envelope)
    {
        if (!await TellServerAsync(envelope).ConfigureAwait(false)) return Denial.Unavailable;
        if (SlackEvents.TenantOf(envelope) is { } tenant
            && HomeRequest.OfEvent(tenant, JsonMembers.Member(envelope, "event")) is { } opened)
        {
            homes.Publish(opened);
            return Acknowledgement.Done;
        }
        var translation = SlackEvents.Translate(envelope, slack.Workspaces.BotOf);
        if (translation.Problem is { } problem) return Bad(problem);
        var running = turns.RunAsync(translation);
        if (await turns.InTimeAsync(running).ConfigureAwait(false) is { } result)
            return result.Failure is { } failure ? failure.Denial : Acknowledgement.Done;
        return turns.Insist(running, translation) ? Acknowledgement.Done : Denial.Unavailable;
    }

    public async ValueTask<Acknowledgement> InteractionAsync(JsonElement payload)
    {
        switch (JsonMembers.Text(payload, "type"))
        {
            case "message_action":
                return await ShortcutAsync(payload).ConfigureAwait(false);
            case "block_suggestion":
                return Acknowledgement.Json(Suggestion.Options(payload));
        }
        var interaction = Interaction.Translate(payload, slack.Workspaces.BotOf);
        if (interaction.Translation.Problem is { } problem) return Bad(problem);
        if (interaction.Ask is { } ask) _ = OpenAsync(ask);
        if (interaction.Home is { } page) homes.Publish(page);
        if (interaction.Where is not { } place) return Acknowledgement.Done;

        var running = turns.RunAsync(interaction.Translation);
        if (place.View is { } view) return await homes.AnswerAsync(place, view, running).ConfigureAwait(false);
        var result = await turns.InTimeAsync(running).ConfigureAwait(false);
        if (result is { } known && Refusal(known) is { } words && place.InputBlock is { } block)
            return Acknowledgement.Json(ViewErrors(block, words));
        _ = ShowAsync(place, running);
        return Acknowledgement.Done;
    }

    // What the whole server has to know, beside any conversation. Whether it knows it now.
    private async ValueTask<bool> TellServerAsync(JsonElement envelope)
    {
        if (SlackEvents.TenantOf(envelope) is not { } tenant) return true;
        var told = JsonMembers.Member(envelope, "event");
        if (JsonMembers.Text(told, "type") is "user_change" or "team_join")
            slack.Users.Tell(tenant, JsonMembers.Member(told, "user"));
        try
        {
            await TellWorkspacesAsync(tenant, envelope).AsTask().WaitAsync(ServerLimit).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is TableUnavailableException or TimeoutException)
        {
            // Slack sends it again.
            return false;
        }
    }

    private ValueTask TellWorkspacesAsync(string tenant, JsonElement envelope) =>
        SlackEvents.Withdrawn(envelope) is { } withdrawal
            ? slack.Workspaces.ForgetAsync(tenant, withdrawal, CancellationToken.None)
            : WorkspaceName.Told(envelope, tenant) is { } renaming
                ? slack.Workspaces.RenameAsync(tenant, renaming, CancellationToken.None)
                : ValueTask.CompletedTask;

    private async ValueTask<Acknowledgement> ShortcutAsync(JsonElement payload)
    {
        var shortcut = MessageShortcut.Translate(payload, slack.Workspaces.BotOf);
        if (shortcut.Translation.Problem is { } problem) return Bad(problem);
        if (shortcut.Translation.Tenant is not { Length: > 0 } tenant) return Acknowledgement.Done;
        // Also for what is filled into a form, whose own payload has no address to answer to.
        slack.Absences.Typed(
            tenant, JsonMembers.Text(payload, "channel", "id")!, JsonMembers.Text(payload, "response_url"));
        if (shortcut.Ask is { } ask)
        {
            _ = OpenAsync(shortcut.Translation, ask);
            return Acknowledgement.Done;
        }
        return await TypedAsync(shortcut.Translation).ConfigureAwait(false);
    }

    private async Task OpenAsync(Translation named, Func<Profiles, AskedView> ask)
    {
        var profiles = await slack.Users
            .FindAsync(named.Tenant, named.Users, CancellationToken.None).ConfigureAwait(false);
        await OpenAsync(ask(profiles)).ConfigureAwait(false);
    }

    private async Task OpenAsync(AskedView ask)
    {
        var (token, _) = await slack.Workspaces.TokenAsync(ask.Tenant, default).ConfigureAwait(false);
        if (token is null) return;
        await slack.Api.OpenViewAsync(token, ask.Trigger, ask.View, default).ConfigureAwait(false);
    }

    // The answer is a message of its own; only that nothing came of it is told here, and to nobody else.
    private async ValueTask<Acknowledgement> TypedAsync(Translation translation)
    {
        var running = turns.RunAsync(translation);
        if (await turns.InTimeAsync(running).ConfigureAwait(false) is not { } result)
        {
            _ = TellFailureAsync(running, translation.ResponseUrl);
            return Acknowledgement.Done;
        }
        return result.Failure is { } failure
            ? Acknowledgement.Json(ResponseUrls.Ephemeral(failure.Words))
            : Acknowledgement.Done;
    }

    private async Task TellFailureAsync(Task<TurnResult> running, string? responseUrl)
    {
        if ((await running.ConfigureAwait(false)).Failure is { } failure)
            await slack.Urls.PostAsync(responseUrl, ResponseUrls.Ephemeral(failure.Words)).ConfigureAwait(false);
    }

    private async Task ShowAsync(AnswerPlace place, Task<TurnResult> running)
    {
        try
        {
            await slack.Answers.ShowAsync(place, await running.ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (CardTooLargeException e)
        {
            Log.AnswerNotShown(logger, e.GetType().Name);
        }
    }

    private static string? Refusal(TurnResult result) =>
        result.Failure?.Words ?? (result.Answer is { Refused: true, Text: var words } ? words : null);

    /// <summary>The answer to a view that was sent: what is wrong, at one of its inputs.</summary>
    public static ReadOnlyMemory<byte> ViewErrors(string block, string words) => SlackApi.Write(writer =>
    {
        writer.WriteString("response_action"u8, "errors"u8);
        writer.WriteStartObject("errors"u8);
        writer.WriteString(block, CommandHints.Spelled(words));
        writer.WriteEndObject();
    });

    private Acknowledgement Bad(string problem)
    {
        Log.BadPayload(logger, problem);
        return Denial.BadPayload;
    }
}
