using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>A member's card is pressed in their own chat with the bot, and is the group's all the same.</summary>
public sealed class ScoresFromAfarTests
{
    private static async Task<Room> Asked(string open = "/risk open until Wednesday 18:00")
    {
        var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", open);
        await room.Advance(1);
        return room;
    }

    private static ConversationReference Chat(string who, string tenant = "", string platform = "web") =>
        new(platform, tenant, $"chat-{who.ToLowerInvariant()}", ConversationKind.Personal, ServiceUrl: "https://smba.example/", Bot: "bot");

    private static int presses;

    /// <summary>A press of a button in the person's own chat.</summary>
    private static CardAnswer Press(string who, CardButton button, params (string Key, string Value)[] inputs) => new(
        $"afar-{Interlocked.Increment(ref presses)}", Chat(who), Room.Who(who), button.Verb,
        button.Data.AddRange(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value))).ToImmutableDictionary(), "m1", WantsAnswer: true);

    private static (string, string)[] Four => [("likelihood", "4"), ("impact", "3"), ("rationale", "as in May")];

    private static CardButton Save(Room room, string who) => room.ScoreCard(who).Button("Save and next");

    private static IEnumerable<Row> Scores(Room room) => room.Table.Under(room.Partition, "score");

    [Fact]
    public async Task Score_Lands_IsAnsweredInPlace_AndRedrawsTheGroupsCard()
    {
        using var room = await Asked();
        var answer = (await room.Bot.Turn(Press("Ben", Save(room, "Ben"), Four))).Answer!;
        Assert.Equal("Recorded 16:01: TR-1, likelihood 4, impact 3", answer.Text);
        Assert.StartsWith("TR-2: Risk number 2", answer.Card!.Title, StringComparison.Ordinal);
        var score = RiskRows.ReadScore(Assert.Single(Scores(room)));
        Assert.Equal(("Ben", "as in May"), (score.Member.Name, score.Rationale));
        await room.Advance(1);
        var shared = room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 1").Message;
        Assert.Equal(room.Conversation, shared.To);
        Assert.Contains("On the way (1): Ben 1 of 2", shared.Card!.Text(), StringComparison.Ordinal);

        var next = (await room.Bot.Turn(Press("Ben", answer.Card.Button("Save"), ("likelihood", "?"), ("impact", "-")))).Answer!;
        Assert.Equal("Recorded 16:02: TR-2, likelihood don't know, impact abstain", next.Text);
        var back = (await room.Bot.Turn(Press("Ben", next.Card!.Button("Back")))).Answer!;
        Assert.Contains("Recorded 16:01: TR-1, likelihood 4, impact 3.", back.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_WithoutAnAnswerInPlace_ComesAsACardToTheirOwnChatAlone()
    {
        using var room = await Asked();
        var before = room.Bot.Channel.Sent.Count;
        await room.Bot.Turn(Press("Ben", Save(room, "Ben"), Four) with { WantsAnswer = false });
        await room.Advance(1);
        Assert.Single(Scores(room));
        var said = room.Bot.Channel.Sent.Skip(before).Select(sent => sent.Message).ToList();
        Assert.Contains("Recorded", Assert.Single(said, message => message.Recipient?.Key == Room.Who("Ben").Key).Card!.Text(), StringComparison.Ordinal);
        Assert.All(said.Where(message => message.Recipient is null), message => Assert.Equal("round 1 1", message.Slot));
    }

    [Fact]
    public async Task Refusal_WithoutAnAnswerInPlace_GoesToTheirOwnChat()
    {
        using var room = await Asked();
        var before = room.Bot.Channel.Sent.Count;
        await room.Bot.Turn(Press("Ben", Save(room, "Ben"), ("likelihood", "9")) with { WantsAnswer = false });
        await room.Bot.Settled();
        var said = Assert.Single(room.Bot.Channel.Sent.Skip(before)).Message;
        Assert.StartsWith("That is no score on the scale", said.Text, StringComparison.Ordinal);
        Assert.Equal("chat-ben", said.To.Target);
        Assert.Empty(Scores(room));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stranger_ScoresNothing_LearnsNothing_AndBecomesNoMember(bool answered)
    {
        using var room = await Asked();
        var before = Kept(room);
        foreach (var verb in (string[])["risk score", "risk card"])
        {
            var outcome = await room.Bot.Turn(Press("Mallory", Save(room, "Ben"), Four) with { Verb = verb, WantsAnswer = answered });
            await room.Bot.Settled();
            var told = answered ? outcome.Answer!.Text : room.Bot.Channel.Sent[^1].Message.Text;
            Assert.Equal(RiskRefusals.NoRound.Text, told);
            if (!answered) Assert.Equal("chat-mallory", room.Bot.Channel.Sent[^1].Message.To.Target);
        }
        Assert.Equal(before, Kept(room));
    }

    [Fact]
    public async Task Stranger_WhoNamesNoRound_LearnsOfNone()
    {
        using var room = await Asked("/risk open TR-1 until Wednesday 18:00");
        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        var press = Press("Mallory", room.ScoreCard("Ben").Button("Save"));
        foreach (var left in (string[])["round", "assessment"])
        {
            var answer = (await room.Bot.Turn(press with { Verb = "risk card", Fields = press.Fields.Remove(left) })).Answer!;
            Assert.Equal("This card belongs to another conversation; nothing was changed.", answer.Text);
        }
    }

    [Fact]
    public async Task MemberOfARoundWhoIsNotKnown_MayScore_AndBecomesNoMember()
    {
        using var room = await Asked();
        var row = room.Table.Under(room.Partition, "round")[0];
        var named = RiskRows.ReadRound(row) with { Members = [Room.Who("Zoe")] };
        await room.Table.CommitAsync(room.Partition, [RiskRows.Put(named, new RowSet(row))], CancellationToken.None);
        var members = room.Table.Under(room.Partition, "member").Count;
        Assert.StartsWith("Recorded", (await room.Bot.Turn(Press("Zoe", Save(room, "Ben"), Four))).Answer!.Text, StringComparison.Ordinal);
        Assert.Equal("You are not among those who score in round 1.", (await room.Bot.Turn(Press("Ben", Save(room, "Ben"), Four))).Answer!.Text);
        Assert.Equal(members, room.Table.Under(room.Partition, "member").Count);
    }

    [Theory]
    [InlineData("other", "")]
    [InlineData("", "slack")]
    public async Task OtherTenantOrPlatform_NeverReachesTheGroup(string tenant, string platform)
    {
        using var room = await Asked();
        var before = Kept(room);
        var chat = Chat("Ben", tenant, platform.Length > 0 ? platform : "web");
        var press = Press("Ben", Save(room, "Ben"), Four) with { Conversation = chat, Sender = Room.Who("Ben") with { Tenant = tenant } };
        Assert.Equal("This card belongs to another conversation; nothing was changed.", (await room.Bot.Turn(press)).Answer!.Text);
        Assert.Equal(RiskRefusals.NoRound.Text, (await room.Bot.Turn(press with { Fields = press.Fields.Remove("group"), DeliveryId = "x" })).Answer!.Text);
        Assert.Equal(before, Kept(room));
    }

    [Theory]
    [InlineData("")]
    [InlineData("another-room")]
    [InlineData("chat-ben")]
    [InlineData("chat-carl")]
    [InlineData("room|x/../#?%")]
    [InlineData("ROOM")]
    public async Task ForgedHome_DoesNothing(string home)
    {
        using var room = await Asked();
        var before = Kept(room);
        var press = Press("Ben", Save(room, "Ben"), Four);
        foreach (var fields in (ImmutableDictionary<string, string>[])[press.Fields.SetItem("home", home), press.Fields.SetItem("home", home).Remove("group"), press.Fields.SetItem("home", new string('h', 5_000))])
        {
            var outcome = await room.Bot.Turn(press with { DeliveryId = Guid.NewGuid().ToString(), Fields = fields });
            Assert.DoesNotContain("Recorded", outcome.Answer!.Text, StringComparison.Ordinal);
        }
        Assert.Equal(before, Kept(room));
        Assert.Empty(Scores(room));
    }

    [Theory]
    [InlineData("risk reveal")]
    [InlineData("risk cancel")]
    [InlineData("risks")]
    [InlineData("risk nudge")]
    [InlineData("risk report")]
    [InlineData("agenda")]
    [InlineData("poll close")]
    [InlineData("meeting start")]
    [InlineData("forget")]
    [InlineData("help")]
    [InlineData("nothing like that")]
    [InlineData("note")]
    public async Task OtherVerbs_AreNotDoneFromAfar_ByTheChairEither(string verb)
    {
        using var room = await Asked();
        var before = Kept(room);
        var answer = (await room.Bot.Turn(Press("Anna", Save(room, "Anna"), ("text", "x"), ("poll", "1")) with { Verb = verb })).Answer!;
        Assert.Equal("This card belongs to another conversation; nothing was changed.", answer.Text);
        Assert.Equal(before, Kept(room));
        Assert.True(room.Round().Open);
    }

    [Fact]
    public async Task DeliveryIds_OfTwoChats_DoNotMeet_AndARepetitionIsAnsweredAlike()
    {
        using var room = await Asked();
        var ben = Press("Ben", Save(room, "Ben"), Four) with { DeliveryId = "1" };
        var carl = Press("Carl", Save(room, "Carl"), ("likelihood", "1"), ("impact", "1")) with { DeliveryId = "1" };
        var first = (await room.Bot.Turn(ben)).Answer!;
        var other = (await room.Bot.Turn(carl)).Answer!;
        Assert.Contains("likelihood 4", first.Text, StringComparison.Ordinal);
        Assert.Contains("likelihood 1", other.Text, StringComparison.Ordinal);
        Assert.Equal(first.Text, (await room.Bot.Turn(ben)).Answer!.Text);
        Assert.Equal(other.Text, (await room.Bot.Turn(carl)).Answer!.Text);
        // One in the group's own conversation under the same id is another delivery too.
        await room.Bot.Turn(room.Pressed("Dora", "risk score", ("assessment", "1"), ("round", "1"), ("risk", "TR-1"), ("likelihood", "2"), ("impact", "2")) with { DeliveryId = "1" });
        Assert.Equal(3, Scores(room).Count());
    }

    [Fact]
    public async Task AutomaticRefresh_OfTheCard_RecordsNothing()
    {
        using var room = await Asked();
        await room.Bot.Turn(Press("Ben", Save(room, "Ben"), Four) with { Automatic = true });
        Assert.Empty(Scores(room));
    }

    [Fact]
    public async Task Guest_FromAfar_IsNobodyOfTheGroup()
    {
        using var room = await Asked();
        var guest = Room.Who("Ben") with { Id = "guest-1", Name = "Ben" };
        var answer = (await room.Bot.Turn(Press("Ben", Save(room, "Ben"), Four) with { Sender = guest })).Answer!;
        Assert.Equal(RiskRefusals.NoRound.Text, answer.Text);
        Assert.Empty(Scores(room));
    }

    [Fact]
    public async Task Message_InTheirOwnChat_IsNoPressOfTheGroup()
    {
        using var room = await Asked();
        var before = Kept(room);
        await room.Bot.Turn(new IncomingMessage("typed-1", Chat("Ben"), Room.Who("Ben"), "/risk card", "m2", Addressed: true, Bare: true, []));
        await room.Bot.Settled();
        Assert.Equal(before, Kept(room));
        Assert.StartsWith("There is no", room.Bot.Channel.Sent[^1].Message.Text.Replace("No round", "There is no round", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("chat-ben", room.Bot.Channel.Sent[^1].Message.To.Target);
    }

    // What is kept of the group but how messages travel.
    private static List<string> Kept(Room room) => [.. room.Table.Under(room.Partition)
        .Where(row => row.RowKey.Split('|')[0] is not ("seen" or "out" or "card" or "claim")).Select(row => $"{row.RowKey} {row.ETag}")];
}
