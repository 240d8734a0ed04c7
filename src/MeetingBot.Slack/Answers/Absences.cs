using MeetingBot.Conversations;

namespace MeetingBot.Slack.Answers;

/// <summary>
/// Remembers who typed a command or used a shortcut last in a channel: where the bot turns out not to be in it, they
/// are told how to call it in, since nobody could see an answer there.
/// </summary>
internal sealed class Absences(ResponseUrls urls, TimeProvider time)
{
    private const int Most = 10_000;

    private const string Hint =
        "I am not in this channel, so nobody sees my answers here. "
        + "Type /invite @MeetingBot, and then do it again.";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(25);

    private readonly RecentMap<(string Tenant, string Channel), (string Url, DateTimeOffset At)> _typed = new(Most);

    /// <summary>A command or a shortcut came from there.</summary>
    public void Typed(string tenant, string channel, string? responseUrl)
    {
        if (responseUrl is not null) _typed.Set((tenant, channel), (responseUrl, time.GetUtcNow()));
    }

    /// <summary>The bot can't speak there.</summary>
    public ValueTask<bool> TellAsync(string tenant, string channel) =>
        _typed.TryTake((tenant, channel), out var last) && time.GetUtcNow() - last.At < Kept
            ? urls.PostAsync(last.Url, ResponseUrls.Ephemeral(Hint))
            : new ValueTask<bool>(false);
}
