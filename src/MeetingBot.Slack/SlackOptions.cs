using MeetingBot.Conversations;

namespace MeetingBot.Slack;

/// <summary>How the app is known to Slack. No record: it holds secrets and never prints.</summary>
public sealed class SlackOptions
{
    /// <summary>Where Slack's Web API is, if nothing else is set.</summary>
    public static readonly Uri SlackApi = new("https://slack.com/api/");

    /// <summary><c>Slack:SigningSecret</c>; without it requests over HTTP are not let in.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>
    /// <c>Slack:BotToken</c> (<c>xoxb-…</c>): the bot's token in the one workspace it serves; null where workspaces
    /// install the app themselves.
    /// </summary>
    public string? BotToken { get; init; }

    /// <summary>
    /// <c>Slack:AppToken</c> (<c>xapp-…</c>), for Socket Mode: the service calls Slack, and needs no address of its
    /// own.
    /// </summary>
    public string? AppToken { get; init; }

    /// <summary>
    /// <c>Slack:ClientId</c>, of an app that workspaces install themselves, at <c>/slack/install</c>.
    /// </summary>
    public string? ClientId { get; init; }

    /// <summary><c>Slack:ClientSecret</c>, with the client id.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// <c>PublicUrl</c> of the whole service: with a client id, where Slack sends browsers back to is below it.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>Slack:ApiUrl</c>: base address of the Web API, ending in a slash.</summary>
    public Uri ApiUrl { get; init; } = SlackApi;

    /// <summary>Whether the environment is Development.</summary>
    public bool Development { get; init; }

    /// <summary>What was set wrongly, found while reading.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>How long a turn may take before the request is answered without it; Slack gives up after 3 s.</summary>
    internal TimeSpan AckLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a turn may go on after that.</summary>
    internal TimeSpan TurnLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long names may take that are looked up for a turn.</summary>
    internal TimeSpan NameLimit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call of Slack may take, and all calls of one delivery together.</summary>
    internal TimeSpan CallLimit { get; init; } = IChannel.LongestDelivery.ToTimeSpan();

    /// <summary>How far apart the messages in one channel are: Slack takes one a second.</summary>
    internal TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many connections Socket Mode keeps; Slack allows an app ten.</summary>
    internal int Connections { get; init; } = 2;

    /// <summary>Whether workspaces install the app themselves, in place of one whose token is set.</summary>
    public bool Installs => ClientId is not null && ClientSecret is not null;

    /// <summary>Where Slack sends browsers back to; null without an address of our own.</summary>
    internal Uri? RedirectUrl => PublicUrl is { } own ? new Uri(own.AbsoluteUri.TrimEnd('/') + "/slack/oauth") : null;

    /// <summary>Whether Slack can reach the service: its requests are let in, or come over sockets.</summary>
    public bool Connected => SigningSecret is { Length: > 0 } || AppToken is not null;
}
