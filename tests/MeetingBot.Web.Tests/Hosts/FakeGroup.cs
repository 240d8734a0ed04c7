using System.Collections.Concurrent;
using MeetingBot.Calendars;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>
/// What stands behind the room: remembers each delivery once, as turns do, and answers as the test says.
/// </summary>
internal sealed class FakeGroup
{
    private readonly ConcurrentDictionary<string, Answer?> _answers = new();

    /// <summary>The deliveries that had an effect, in order.</summary>
    public ConcurrentQueue<Incoming> Turns { get; } = new();

    public Func<Incoming, Task<Answer?>> OnTurn { get; set; } = _ => Task.FromResult<Answer?>(null);

    public Func<Person, string, Card?> OnViewCard { get; set; } = (_, _) => null;

    public GroupOverview Overview { get; set; } =
        new("", null, null, "Europe/Amsterdam", [], [], [], [], 0);

    public Dictionary<int, MinutesDocument> Minutes { get; } = [];

    public Func<string, int?, Calendar?> OnViewCalendar { get; set; } = (_, _) => null;

    public async ValueTask<TurnOutcome> RunAsync(Incoming incoming, CancellationToken cancel)
    {
        if (_answers.TryGetValue(incoming.DeliveryId, out var first)) return new TurnOutcome(first, Repeated: true);
        var answer = await OnTurn(incoming);
        if (!_answers.TryAdd(incoming.DeliveryId, answer))
            return new TurnOutcome(_answers[incoming.DeliveryId], Repeated: true);
        Turns.Enqueue(incoming);
        return new TurnOutcome(answer);
    }

    public ValueTask<Card?> ViewCardAsync(GroupId group, Person viewer, string slot, CancellationToken cancel) =>
        ValueTask.FromResult(OnViewCard(viewer, slot));

    public ValueTask<Calendar?> ViewCalendarAsync(string token, int? meeting, CancellationToken cancel) =>
        ValueTask.FromResult(OnViewCalendar(token, meeting));

    public ValueTask<MinutesDocument?> ViewMinutesAsync(GroupId group, int? meeting, CancellationToken cancel) =>
        ValueTask.FromResult(
            Minutes.GetValueOrDefault(meeting ?? Minutes.Keys.DefaultIfEmpty().Max()) is { } minutes
                ? minutes with { HasLater = Minutes.ContainsKey(minutes.Number + 1) }
                : null);
}
