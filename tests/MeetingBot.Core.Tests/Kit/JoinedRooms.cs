using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Kit;

/// <summary>A bot on two platforms and the web, with a conversation on each: what is said in one, and heard in all.</summary>
public sealed class JoinedRooms : IDisposable
{
    private readonly ConcurrentQueue<(Outgoing Message, Instant At)> _alone = new();
    private int _deliveries;

    public JoinedRooms(MemoryTable? table = null, FakeTime? time = null, string instance = "a", bool exclusive = true,
        IReadOnlyList<IRoster>? rosters = null)
    {
        var clock = time ?? new FakeTime(FakeTime.Start);
        Bot = new Bot(table ?? new MemoryTable(), clock, Teams, instance, exclusive, also: [Slack, Web], rosters: rosters);
        Teams.Answer = sent =>
        {
            if (sent.Message.Recipient is not null) _alone.Enqueue((sent.Message, clock.GetCurrentInstant()));
            return null;
        };
    }

    /// <summary>What people were told alone on Teams, and when.</summary>
    public IReadOnlyCollection<(Outgoing Message, Instant At)> Alone => _alone;

    public Bot Bot { get; }

    public FakeChannel Teams { get; } = new("teams");

    public FakeChannel Slack { get; } = new("slack");

    public FakeChannel Web { get; } = new("web");

    public static ConversationReference Channel { get; } =
        new("teams", "cern", "19:tokens@thread.tacv2", ConversationKind.Channel, ServiceUrl: "https://smba.example/");

    public static ConversationReference SlackChannel { get; } = new("slack", "T1", "C1", ConversationKind.Channel);

    public static ConversationReference WebRoom { get; } = new("web", "local", "tokens", ConversationKind.Room);

    public static Person On(ConversationReference at, string name) =>
        new(at.Platform, at.Tenant, name.ToLowerInvariant(), name);

    public IncomingMessage Message(ConversationReference at, string who, string text) => new(
        $"d{Interlocked.Increment(ref _deliveries)}", at, On(at, who), text, $"t{_deliveries}",
        Addressed: false, Bare: at.Kind is ConversationKind.Room, []);

    /// <summary>Says it, and hears what was said in that conversation since.</summary>
    public Task<string> Says(ConversationReference at, string who, string text) => Hears(Message(at, who, text), at);

    public async Task<string> Hears(Incoming incoming, ConversationReference at)
    {
        var before = Heard(at).Count;
        await Bot.Turn(incoming);
        await Bot.Settled();
        return string.Join("\n", Heard(at).Skip(before));
    }

    public async Task<Answer?> Press(ConversationReference at, string who, CardButton button, params (string Key, string Value)[] inputs)
    {
        var fields = button.Data.Concat(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value)));
        var outcome = await Bot.Turn(new CardAnswer(
            $"d{Interlocked.Increment(ref _deliveries)}", at, On(at, who), button.Verb, fields.ToImmutableDictionary(), "m1",
            WantsAnswer: true));
        await Bot.Settled();
        return outcome.Answer;
    }

    /// <summary>Every message of a conversation that is no live card and for nobody alone.</summary>
    public IReadOnlyList<string> Heard(ConversationReference at) =>
        [.. Sent(at).Where(message => message is { Slot: null, Recipient: null }).Select(message => message.Text)];

    public IReadOnlyList<Outgoing> Sent(ConversationReference at) =>
        [.. ChannelOf(at).Sent.Select(sent => sent.Message).Where(message => message.To.Own == at.Own)];

    private FakeChannel ChannelOf(ConversationReference at) => at.Platform switch { "teams" => Teams, "slack" => Slack, _ => Web };

    /// <summary>The live card as it was sent last.</summary>
    public Card Live(ConversationReference at, string slot) => Sent(at).Last(message => message.Slot == slot).Card!;

    public IReadOnlyList<Row> Rows(ConversationReference at, string kind) => [.. Bot.Table.Under(at.Own.PartitionKey, kind)];

    /// <summary>Makes one group of the Teams channel, whose chair is Mara, and the other, whose chair is Luna.</summary>
    public static async Task<JoinedRooms> Made(ConversationReference? other = null)
    {
        var rooms = new JoinedRooms();
        await rooms.Join(other ?? SlackChannel);
        return rooms;
    }

    public async Task Join(ConversationReference other, string chair = "Luna")
    {
        await Says(other, chair, $"/link {await Code()}");
        Assert.Equal("Joined.", (await Press(Channel, "Mara", Asked("Join them")))?.Text);
    }

    /// <summary>The code with which Mara offers the channel.</summary>
    public async Task<string> Code()
    {
        if (Bot.Table.Under(Channel.Own.PartitionKey, "now").All(row => row.RowKey != GroupRows.GroupKey))
        {
            await Says(Channel, "Mara", "/help");
            await Says(Channel, "Mara", "/settings chairs Mara");
        }
        var told = await Says(Channel, "Mara", "/link");
        return told.Split("/link ")[1].Split('\n')[0].Trim();
    }

    /// <summary>A button of the card on which the channel's chairs are asked.</summary>
    public CardButton Asked(string title) =>
        Sent(Channel).Last(message => message.Card is not null).Card!.Buttons.Single(button => button.Title == title);

    /// <summary>All that a card says.</summary>
    public static string Words(Card card) => string.Join('\n',
    [
        card.Title,
        .. card.Elements().Select(element => element switch
        {
            CardText text => text.Text,
            CardHeading heading => heading.Text,
            CardFacts facts => string.Join('\n', facts.Facts.Select(fact => $"{fact.Name}: {fact.Value}")),
            CardTable table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row))),
            _ => "",
        }),
    ]);

    public void Dispose() => Bot.Dispose();
}
