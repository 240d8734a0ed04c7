using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Documents;
using NodaTime;

namespace MeetingBot.Kit;

/// <summary>A room with people and the bot: say something, press something, let time pass, read what the bot says.</summary>
public sealed class Room : IDisposable
{
    private readonly string _name;
    private int _deliveries;

    public Room(
        string name = "room", MemoryTable? table = null, FakeTime? time = null, FakeChannel? channel = null, int deliveries = 0,
        (Uri Address, FakeChannel Door)? indico = null)
    {
        _deliveries = deliveries;
        _name = name;
        Bot = new Bot(table ?? new MemoryTable(), time ?? new FakeTime(FakeTime.Start), channel ?? new FakeChannel(), indico: indico);
        Conversation = new ConversationReference("web", "", name, ConversationKind.Room);
    }

    public Bot Bot { get; }

    public MemoryTable Table => Bot.Table;

    public FakeTime Time => Bot.Time;

    public ConversationReference Conversation { get; }

    public GroupId Group => Conversation.Group;

    public string Partition => Group.PartitionKey;

    /// <summary>What the bot said, without the live card.</summary>
    public IReadOnlyList<Outgoing> Transcript =>
        [.. Bot.Channel.Sent.Select(sent => sent.Message).Where(message => message.Slot is null)];

    /// <summary>The live agenda card as everybody sees it.</summary>
    public Card Live => Bot.Channel.Sent.Last(sent => sent.Message.Slot == "agenda").Message.Card!;

    public static Person Who(string name) => new("web", "", name.ToLowerInvariant(), name);

    public IncomingMessage Message(string who, string text, params string[] mentioned) => new(
        $"d{Interlocked.Increment(ref _deliveries)}", Conversation, Who(who), text, $"t{_deliveries}",
        Addressed: false, Bare: true, [.. mentioned.Select(Who)]);

    /// <summary>Says it in the room, where commands need no slash.</summary>
    /// <returns>What the bot said to it, empty for silence.</returns>
    public Task<string> Says(string who, string text, params string[] mentioned) => Hears(Message(who, text, mentioned));

    /// <summary>Says it to the bot.</summary>
    public Task<string> Asks(string who, string text, params string[] mentioned) =>
        Hears(Message(who, text, mentioned) with { Addressed = true });

    public async Task<string> Hears(Incoming incoming)
    {
        var before = Transcript.Count;
        await Bot.Turn(incoming);
        await Bot.Settled();
        // What is for one person alone goes its own way: which of the two arrives first is nobody's promise.
        return string.Join("\n", Transcript.Skip(before)
            .OrderBy(message => message.Recipient?.Id ?? "", StringComparer.Ordinal).Select(message => message.Text));
    }

    /// <summary>Presses a button and is answered in place.</summary>
    public Task<Answer?> Press(string who, CardButton button, params (string Key, string Value)[] inputs) =>
        Press(who, button.Verb, [.. button.Data.Select(pair => (pair.Key, pair.Value)), .. inputs]);

    public async Task<Answer?> Press(string who, string verb, params (string Key, string Value)[] fields)
    {
        var outcome = await Bot.Turn(Pressed(who, verb, fields));
        await Bot.Settled();
        return outcome.Answer;
    }

    public CardAnswer Pressed(string who, string verb, params (string Key, string Value)[] fields) => new(
        $"d{Interlocked.Increment(ref _deliveries)}", Conversation, Who(who), verb,
        fields.ToImmutableDictionary(field => field.Key, field => field.Value), "m1", WantsAnswer: true);

    public MeetingSignal Signal(SignalKind kind, string? call, params SignalPerson[] people) => new(
        $"d{Interlocked.Increment(ref _deliveries)}", Conversation, Who("Platform"), kind, call is null ? [] : [call], "Weekly call", [.. people]);

    public Task Advance(double minutes) => Bot.Advance(Duration.FromSeconds(minutes * 60));

    public ValueTask<Card?> View(string who) => Bot.Views.CardAsync(Group, Who(who), "agenda", CancellationToken.None);

    public ValueTask<GroupOverview> Overview() => Bot.Views.OverviewAsync(Group, CancellationToken.None);

    public ValueTask<MinutesDocument?> Minutes(int? number = null) => Bot.Views.MinutesAsync(Group, number, CancellationToken.None);

    /// <summary>A meeting that Mara has started and chairs, and the items given.</summary>
    public static async Task<Room> InMeeting(params string[] items)
    {
        var room = new Room();
        if (items.Length > 0) await room.Says("Mara", "agenda add " + string.Join('\n', items));
        await room.Says("Mara", "meeting start Kick-off");
        return room;
    }

    public void Dispose() => Bot.Dispose();

    public override string ToString() => _name;
}
