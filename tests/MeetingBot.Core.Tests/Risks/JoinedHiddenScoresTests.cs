using System.Buffers;
using System.Text;
using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Homes;
using MeetingBot.Risks.Report;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Risks;

/// <summary>
/// A group on two platforms that tells on each what is said on the other: until the reveal nothing on either side depends
/// on what was scored on it or over there. Each is looked at twice, after low and after high scores, and is the same to
/// the letter.
/// </summary>
public sealed class JoinedHiddenScoresTests
{
    private const string Secret = "because-of-the-secret";

    private static readonly (ConversationReference At, string Name)[] Scorers =
        [(Channel, "Tom"), (SlackChannel, "Nadia"), (Channel, "Tina"), (SlackChannel, "Sven"), (SlackChannel, "Nadia"), (Channel, "Tom")];

    /// <summary>
    /// In a meeting whose talk is relayed, Tom and Tina on Teams and Nadia and Sven on Slack have scored TR-1, two of them
    /// twice; and Tom and Nadia what is no score of TR-2. Mara and Luna, the chairs, have not.
    /// </summary>
    private static async Task<JoinedRooms> Scored(string value)
    {
        var rooms = await Made();
        foreach (var (at, who) in (IEnumerable<(ConversationReference, string)>)[(SlackChannel, "Luna"), .. Scorers.Take(4)])
            await rooms.Says(at, who, "/help");
        await rooms.Says(Channel, "Mara", "/link relay on");
        await rooms.Says(Channel, "Mara", "/risk new \"Tokens\"");
        foreach (var title in (string[])["Stolen token", "Leaked key"]) await rooms.Says(Channel, "Mara", $"/risk add {title} | mitigation: short life");
        await rooms.Says(Channel, "Mara", "/meeting start");
        await rooms.Says(Channel, "Mara", "/risk open until Wednesday 18:00");
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        foreach (var (at, who) in Scorers)
        {
            await Score(rooms, at, who, "TR-1", value, value, $"{Secret} {value}");
            await rooms.Bot.Advance(Duration.FromMinutes(1));
        }
        await Score(rooms, Channel, "Tom", "TR-2", value is "1" ? "?" : "-", value, Secret);
        await Score(rooms, SlackChannel, "Nadia", "TR-2", value is "1" ? "-" : "?", value, Secret);
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        return rooms;
    }

    // As the card in one's own chat with the bot does it; there is no score without a card of one's own.
    private static async Task Score(JoinedRooms rooms, ConversationReference at, string who, string risk, string likelihood, string impact, string why)
    {
        var save = Cards(rooms, at, who).Last().AllButtons().First(button => button.Verb == "risk score");
        var answer = await rooms.Press(
            Chat(at, who), who, save with { Data = save.Data.SetItem("risk", risk) }, ("likelihood", likelihood), ("impact", impact), ("rationale", why));
        Assert.StartsWith("Recorded", answer!.Text, StringComparison.Ordinal);
    }

    private static ConversationReference Chat(ConversationReference at, string who) =>
        new(at.Platform, at.Tenant, $"chat-{who}", ConversationKind.Personal, at.ServiceUrl);

    private static IEnumerable<Card> Cards(JoinedRooms rooms, ConversationReference at, string who) => (at.Platform is "slack" ? rooms.Slack : rooms.Teams).Sent
        .Where(sent => sent.Message.Recipient?.Key == On(at, who).Key).Select(sent => sent.Message.Card).OfType<Card>();

    private static async Task Same(Func<JoinedRooms, Task<string>> look)
    {
        var seen = new List<string>();
        foreach (var value in (string[])["1", "5"])
        {
            using var rooms = await Scored(value);
            Assert.Equal(6, rooms.Rows(Channel, "score").Count);
            seen.Add(await look(rooms));
        }
        Assert.NotEmpty(seen[0]);
        Assert.DoesNotContain(Secret, seen[0], StringComparison.Ordinal);
        Assert.Equal(seen[0], seen[1]);
    }

    private static readonly JsonSerializerOptions Plain = new() { IncludeFields = true };

    private static string Drawn(Card? card) => card is null ? "" : JsonSerializer.Serialize<object>(card, Plain) + card.Text();

    // What goes to several people goes at once: which arrives first is nobody's promise.
    private static string Told(JoinedRooms rooms) => string.Join('\n', rooms.Teams.Sent.Concat(rooms.Slack.Sent)
        .Select(sent => $"{sent.Message.To.Platform} {sent.Message.Slot} {sent.Message.Recipient?.Id} {sent.Message.Text} {Drawn(sent.Message.Card)}")
        .Order(StringComparer.Ordinal));

    [Fact]
    public Task EveryMessage_OnBothSides_WithItsPlaceInTheOutbox() => Same(rooms => Task.FromResult(Told(rooms) + string.Join(
        '\n', rooms.Teams.Sent.Concat(rooms.Slack.Sent).Select(sent => $"{sent.OutboxId} {sent.Message.To.Platform}").Order(StringComparer.Ordinal))));

    [Fact]
    public Task SharedCard_IsOnBothSides_AndTellsWhoHasAnsweredAlone() => Same(rooms =>
    {
        var cards = new[] { Channel, SlackChannel }.Select(side => rooms.Live(side, "round 1 1").Text()).ToList();
        Assert.All(cards, card => Assert.Contains("All answered (2): Nadia, Tom", card, StringComparison.Ordinal));
        Assert.All(cards, card => Assert.Contains("Tina 1 of 2", card, StringComparison.Ordinal));
        Assert.All(cards, card => Assert.Contains("Sven 1 of 2", card, StringComparison.Ordinal));
        return Task.FromResult(string.Join('\n', cards));
    });

    [Fact]
    public Task WhatIsSaidInTheMeeting_IsRelayed_AndNoScoreWithIt() => Same(async rooms =>
    {
        await rooms.Says(SlackChannel, "Nadia", "I have scored mine");
        Assert.Equal("Nadia: I have scored mine", rooms.Heard(Channel)[^1]);
        await rooms.Says(Channel, "Tom", "So have I");
        Assert.Equal("Tom: So have I", rooms.Heard(SlackChannel)[^1]);
        return Told(rooms);
    });

    [Theory]
    [InlineData("/risks")]
    [InlineData("/risks TR-1")]
    [InlineData("/risk agree TR-1 3 3")]
    [InlineData("/risk discuss")]
    [InlineData("/risk freeze")]
    [InlineData("/risk report")]
    [InlineData("/risk votes TR-1")]
    [InlineData("/risk nudge")]
    [InlineData("/risk extend Thursday 18:00")]
    [InlineData("/risk merge TR-1 TR-2")]
    [InlineData("/risk cancel")]
    [InlineData("/find because")]
    [InlineData("/minutes")]
    [InlineData("/undo")]
    [InlineData("/meeting end")]
    [InlineData("/link relay off")]
    [InlineData("/unlink")]
    [InlineData("/forget me really")]
    public Task Words_OfWhateverIsAsked_OnEitherSide(string typed) => Same(async rooms =>
    {
        var said = new StringBuilder();
        foreach (var (at, chair) in ((ConversationReference, string)[])[(SlackChannel, "Luna"), (Channel, "Mara")])
        {
            said.Append(await rooms.Says(at, chair, typed));
            await rooms.Bot.Advance(Duration.FromMinutes(1));
        }
        return said + Told(rooms);
    });

    [Theory]
    [InlineData("Tom", true)]
    [InlineData("Nadia", false)]
    public Task WhoScoredAndForgetsThemselves_ShowsNothingOnTheOtherSide(string who, bool teams) => Same(async rooms =>
    {
        await rooms.Says(teams ? Channel : SlackChannel, who, "/forget me really");
        for (var turn = 0; turn < 40; turn++) await rooms.Bot.Advance(Duration.Zero);
        return Opaque.Replace(Told(rooms), "…");
    });

    private static readonly System.Text.RegularExpressions.Regex Opaque = new("[0-9a-f]{32}");

    [Fact]
    public Task AnothersCard_OnEitherSide() => Same(async rooms =>
    {
        var told = new StringBuilder();
        foreach (var (at, who) in ((ConversationReference, string)[])[(SlackChannel, "Luna"), (Channel, "Mara")])
        {
            var card = Cards(rooms, at, who).Last().AllButtons().First(button => button.Verb == "risk score");
            foreach (var place in new[] { at, Chat(at, who), Chat(at, "Tom") })
            {
                var shown = await rooms.Press(place, who, card with { Verb = "risk card" }, ("member", On(Channel, "Tom").Key.Value));
                var kept = await rooms.Press(place, who, card, ("likelihood", "3"), ("impact", "3"), ("rationale", "mine"));
                told.Append(shown!.Text).Append(Drawn(shown.Card)).Append(kept!.Text).Append(Drawn(kept.Card));
            }
        }
        return told + Told(rooms);
    });

    [Fact]
    public Task SamePersonsIdOnTheOtherPlatform_IsAnother() => Same(async rooms =>
    {
        var told = new StringBuilder();
        var card = Cards(rooms, Channel, "Tom").Last().AllButtons().First(button => button.Verb == "risk score") with { Verb = "risk card" };
        foreach (var place in new[] { SlackChannel, Chat(SlackChannel, "Tom") })
        {
            var answer = await rooms.Press(place, "Tom", card);
            told.Append(answer!.Text).Append(Drawn(answer.Card));
        }
        return told + Told(rooms);
    });

    [Fact]
    public Task ViewsExportsAndHomes_OfBothSides() => Same(async rooms =>
    {
        var seen = new StringBuilder();
        var homes = new HomeViews(rooms.Bot.Table, rooms.Bot.Time, rooms.Bot.Options);
        foreach (var (at, who) in ((ConversationReference, string)[])[(SlackChannel, "Luna"), (Channel, "Mara"), (SlackChannel, "Sven")])
        {
            seen.Append(JsonSerializer.Serialize(await rooms.Bot.Views.OverviewAsync(at.Own, CancellationToken.None)));
            foreach (var slot in (string[])["round 1 1", "risk 1 TR-1", "score 1 1", "agenda"])
            {
                // Who has scored sees their own on their own card.
                if (who is not "Sven") seen.Append(Drawn(await rooms.Bot.Views.CardAsync(at.Own, On(at, who), slot, CancellationToken.None)));
                seen.Append(Drawn(await rooms.Bot.Views.DrawAsync(at, slot, CancellationToken.None)));
            }
            seen.Append(JsonSerializer.Serialize((await homes.HomeAsync(On(at, who), "", CancellationToken.None)).Parts, Plain));
            var minutes = await rooms.Bot.Views.MinutesAsync(at.Own, null, CancellationToken.None);
            seen.Append(JsonSerializer.Serialize(minutes));
            var output = new ArrayBufferWriter<byte>();
            await GroupExport.WriteAsync(rooms.Bot.Table, at.Own, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
            seen.Append(Encoding.UTF8.GetString(output.WrittenSpan));
            var document = await new AssessmentDocuments(rooms.Bot.Table, rooms.Bot.Time).OfAsync(at.Own, 1, null, CancellationToken.None);
            seen.Append(JsonSerializer.Serialize(document));
        }
        return seen.ToString();
    });

    [Fact]
    public Task RowsBesideTheScoresOwn_OfBothPartitions() => Same(rooms => Task.FromResult(string.Join('\n', rooms.Bot.Table.Calls
        .SelectMany(call => call.Changes)
        .Where(change => change is not Tables.RowChange.Delete && change.RowKey.Split('|')[0] is not ("score" or "seen" or "card"))
        .Select(change => $"{change.RowKey} {Encoding.UTF8.GetString(change.Payload.Span)}").Order(StringComparer.Ordinal))));

    [Fact]
    public async Task Reveal_ShowsBothSidesWhatWasHidden()
    {
        var seen = new List<string>();
        foreach (var value in (string[])["1", "5"])
        {
            using var rooms = await Scored(value);
            await rooms.Says(SlackChannel, "Luna", "/risk reveal");
            await rooms.Bot.Advance(Duration.FromMinutes(1));
            var sides = new[] { Channel, SlackChannel }.Select(side => rooms.Sent(side).Last(message =>
                message.Recipient is null && message.Text.Contains("is revealed", StringComparison.Ordinal) && message.Card is not null)).ToList();
            Assert.Equal(Drawn(sides[0].Card), Drawn(sides[1].Card));
            seen.Add(Drawn(sides[0].Card));
        }
        // Else the same to the letter would say nothing above.
        Assert.NotEqual(seen[0], seen[1]);
    }
}
