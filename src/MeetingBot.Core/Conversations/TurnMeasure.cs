using System.Diagnostics;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>One turn as traces and metrics tell of it. Disposed without an outcome, it has failed.</summary>
internal sealed class TurnMeasure : IDisposable
{
    private readonly Activity? _span;
    private readonly Instant _started;
    private readonly string _command;
    private readonly IClock _clock;
    private string _outcome = "failed";

    public TurnMeasure(Command command, Incoming incoming, IClock clock)
    {
        var meant = command is OfMember { Inner: var inner } ? inner : command;
        (_command, _clock, _started) = (meant.GetType().Name, clock, clock.GetCurrentInstant());
        _span = Telemetry.Source.StartActivity("turn " + _command);
        _span?.SetTag("meetingbot.group", OpaqueId.Of(incoming.Conversation.Group.PartitionKey));
        _span?.SetTag("meetingbot.platform", incoming.Conversation.Platform);
    }

    public TurnOutcome Done(TurnOutcome outcome)
    {
        _outcome = outcome.Repeated ? "repeated" : outcome.Refused ? "refused" : "done";
        return outcome;
    }

    public void Dispose()
    {
        var tags = new TagList { { "command", _command }, { "outcome", _outcome } };
        Telemetry.Turns.Add(1, tags);
        Telemetry.TurnLength.Record((_clock.GetCurrentInstant() - _started).TotalSeconds, tags);
        _span?.SetTag("meetingbot.command", _command);
        _span?.SetTag("meetingbot.outcome", _outcome);
        if (_outcome == "failed") _span?.SetStatus(ActivityStatusCode.Error);
        _span?.Dispose();
    }
}
