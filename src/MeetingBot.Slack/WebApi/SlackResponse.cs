using System.Text.Json;
using MeetingBot.Slack.Payloads;
using NodaTime;

namespace MeetingBot.Slack.WebApi;

/// <summary>What a method of the Web API answered.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The answer's object; null where it is none.</param>
/// <param name="RetryAfter">When it asks to come back.</param>
/// <param name="Failure">Without an answer: why, in words without a secret.</param>
internal readonly record struct SlackResponse(
    int Status, JsonElement? Body = null, Duration? RetryAfter = null, string? Failure = null)
{
    private const int MaxError = 60;

    public static SlackResponse None(string failure) => new(0, Failure: failure);

    public bool Ok => Status == 200 && JsonMembers.Is(Body, "ok");

    /// <summary>Slack's word for what is wrong, such as <c>channel_not_found</c>; null where it says none.</summary>
    public string? Error =>
        !Ok && Text("error") is { Length: > 0 and <= MaxError } error
        && error.All(c => char.IsAsciiLetter(c) || c == '_')
            ? error
            : null;

    public JsonElement? Member(string name) => JsonMembers.Member(Body, name);

    public string? Text(string name) => JsonMembers.Text(Body, name);

    public string? Text(string name, string below) => JsonMembers.Text(Body, name, below);
}
