using MeetingBot.Conversations;

namespace MeetingBot.Slack.WebApi;

/// <summary>The workspaces that are served, and the bot's token in each.</summary>
internal abstract class Workspaces
{
    /// <summary>The bot's own id there, where it is known already.</summary>
    public abstract string? BotOf(string tenant);

    /// <summary>What the workspace is called, where it is known already.</summary>
    public abstract string? NameOf(string tenant);

    /// <summary>
    /// The token, or what it means for a message that there is none. Throws for nothing but the cancel.
    /// </summary>
    public abstract ValueTask<(string? Token, Delivery? Problem)> TokenAsync(string tenant, CancellationToken cancel);

    /// <summary>A call with the token failed, perhaps by the token.</summary>
    /// <returns>Whether there is, or may be, another token by now with which it would succeed.</returns>
    public abstract ValueTask<bool> FailedAsync(
        string tenant, string token, string? error, CancellationToken cancel);

    /// <summary>The app, or its token, was taken away there: what is known of the token is no more.</summary>
    /// <exception cref="Tables.TableUnavailableException">It could not be deleted.</exception>
    public abstract ValueTask ForgetAsync(string tenant, Withdrawal told, CancellationToken cancel);

    /// <summary>It is called otherwise now, unless that is older than what is known.</summary>
    /// <exception cref="Tables.TableUnavailableException">It could not be kept.</exception>
    public abstract ValueTask RenameAsync(string tenant, Renaming told, CancellationToken cancel);
}

/// <summary>That the workspace has another name, as Slack tells it.</summary>
/// <param name="At">Since when; null where it is not told.</param>
internal sealed record Renaming(string Name, DateTimeOffset? At);

/// <summary>That the app or its tokens were taken away, as Slack tells it.</summary>
/// <param name="At">When; null where it is not told.</param>
/// <param name="Bots">The bots whose tokens they are; null for the app as a whole.</param>
internal sealed record Withdrawal(DateTimeOffset? At, IReadOnlyList<string>? Bots);
