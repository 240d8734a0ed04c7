using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using MeetingBot.Kit;

namespace MeetingBot.Conversations;

public sealed class TelemetryTests
{
    private static readonly AsyncLocal<bool> Ours = new();

    [Fact]
    public async Task EachTurn_IsASpanAndIsCounted_ByCommandAndOutcome()
    {
        var (spans, counts) = (new ConcurrentQueue<Activity>(), new ConcurrentQueue<string>());
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { if (Ours.Value) spans.Enqueue(span); },
        };
        ActivitySource.AddActivityListener(traces);
        using var metrics = new MeterListener();
        metrics.InstrumentPublished = (instrument, listener) => { if (instrument.Name == "meetingbot.turns") listener.EnableMeasurementEvents(instrument); };
        metrics.SetMeasurementEventCallback<long>((_, _, tags, _) => { if (Ours.Value) counts.Enqueue(Described(tags)); });
        metrics.Start();
        Ours.Value = true;
        using var room = new Room();

        var start = room.Message("Mara", "meeting start");
        await room.Bot.Turn(start);
        await room.Bot.Turn(start);
        await room.Bot.Turn(room.Message("Luna", "meeting end"));
        room.Table.Faults = call => call.Kind == "commit" ? Fault.Before : Fault.None;
        await Assert.ThrowsAsync<Tables.TableUnavailableException>(async () => await room.Bot.Turn(room.Message("Mara", "meeting end")));
        room.Table.Faults = _ => Fault.None;

        string[] expected = ["StartMeeting done", "StartMeeting repeated", "EndMeeting refused", "EndMeeting failed"];
        Assert.Equal(expected, counts);
        Assert.Equal(expected, spans.Select(span => $"{span.GetTagItem("meetingbot.command")} {span.GetTagItem("meetingbot.outcome")}"));
        Assert.Equal("turn StartMeeting", spans.First().DisplayName);
        Assert.Equal(ActivityStatusCode.Error, spans.Last().Status);
        Assert.DoesNotContain(spans.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains("room", StringComparison.Ordinal));
    }

    private static string Described(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value));
}
