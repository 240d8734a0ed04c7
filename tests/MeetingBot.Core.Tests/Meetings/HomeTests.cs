using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Homes;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>What waits for one person in all their groups: theirs, nobody else's, and of no group that they left.</summary>
public sealed class HomeTests : IDisposable
{
    private static readonly ConversationReference Other = JoinedRooms.SlackChannel with { Id = "C2" };

    private readonly JoinedRooms _rooms = new();

    private static ConversationReference One => JoinedRooms.SlackChannel;

    [Fact]
    public async Task NobodyKnown_IsToldWhatTheBotDoes_AndHowToBegin()
    {
        var home = await Home("Zoe");

        Assert.Empty(home.Parts);
        Assert.Null(home.Next);
        Assert.Contains("/agenda add", Words(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemberOfWhomNothingIsWanted_IsToldSo()
    {
        await Says(One, "Luna", "/help");

        var home = await Home("Luna");

        Assert.Empty(home.Parts);
        Assert.Contains("Nothing waits for you", Words(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActionsOfAllGroups_OverdueFirst_NobodyElses()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord by Friday 11 July");
        await Says(One, "Luna", "/action Luna: water the plants by Monday 30 June");
        await Says(One, "Luna", "/action Mara: keep the keys");
        await Says(Other, "Luna", "/action Luna: book the train");
        await _rooms.Bot.Advance(Duration.FromDays(5));

        var home = await Home("Luna");

        Assert.Equal(["C1", "C2"], home.Parts.Select(part => part.Conversation.Id));
        Assert.Equal(
            ["2. water the plants, by Mon 30 June – overdue", "1. write to the landlord, by Fri 11 July"],
            Texts(home.Parts[0]));
        Assert.Equal(TextTone.Warning, home.Parts[0].Body.OfType<CardText>().First().Tone);
        Assert.Equal(["1. book the train"], Texts(home.Parts[1]));
        Assert.DoesNotContain("keys", Words(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoneFromHome_IsDoneInItsGroup_Once()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");
        await Says(Other, "Luna", "/action Luna: book the train");
        var press = Pressed("Luna", Button(await Home("Luna"), "Mark 1 as done", part: 1));

        var first = await _rooms.Bot.Turn(press);
        var again = await _rooms.Bot.Turn(press);

        Assert.Contains("book the train", first.Answer!.Text, StringComparison.Ordinal);
        Assert.True(again.Repeated);
        Assert.Equal(first.Answer.Text, again.Answer!.Text);
        Assert.Equal(["C1"], (await Home("Luna")).Parts.Select(part => part.Conversation.Id));
    }

    [Fact]
    public async Task PollAndDate_AreShown_UntilAnswered_InTheReadersZone()
    {
        await Says(One, "Mara", "/settings chairs Mara");
        await Says(One, "Mara", "/poll Lunch? | Pizza | Soup");
        await Says(One, "Mara", "/meeting on Friday 4 July 15:00");
        await Says(One, "Luna", "/help");

        var home = await Home("Luna", zone: "America/New_York");

        Assert.Equal(["Next meeting: Fri 4 July 09:00 (America/New_York)", "Poll 1, \"Lunch?\""],
            Texts(Assert.Single(home.Parts)));
        var card = (await _rooms.Bot.Turn(Pressed("Luna", Button(home, "Answer poll 1")))).Answer!.Card!;
        var record = card.AllButtons().Single(button => button.Title == "Record my answer");
        Assert.DoesNotContain(card.AllButtons(), button => button.Title == "Close now");

        var answer = await _rooms.Bot.Turn(Pressed("Luna", record, Choice(card)));
        await _rooms.Bot.Settled();

        Assert.False(answer.Refused, answer.Answer?.Text);
        Assert.Equal("C1", answer.Answer!.Card!.AllButtons().First().Data[GroupButtons.Home]);
        Assert.Single(Texts(Assert.Single((await Home("Luna")).Parts)));
        Assert.Single(_rooms.Rows(One, "ballot"));
        // The group's card is drawn anew in the group, and not where it was answered.
        Assert.All(_rooms.Slack.Sent.Select(sent => sent.Message).Where(message => message.Slot is not null && message.Recipient is null),
            message => Assert.Equal("C1", message.To.Target));
    }

    [Fact]
    public async Task PollThatEndsWithTheLastBallot_FromHome_EndsInTheGroup()
    {
        await Says(One, "Mara", "/settings chairs Mara");
        await Says(One, "Luna", "/help");
        await Says(One, "Mara", "/poll Lunch? | Pizza | Soup --required Luna, Mara --when-all");
        foreach (var who in (string[])["Luna", "Mara"])
        {
            var card = (await _rooms.Bot.Turn(Pressed(who, Button(await Home(who), "Answer poll 1")))).Answer!.Card!;
            var record = card.AllButtons().Single(button => button.Title == "Record my answer");
            Assert.False((await _rooms.Bot.Turn(Pressed(who, record, Choice(card)))).Refused);
        }
        await _rooms.Bot.Advance(Duration.FromMinutes(2));

        var said = _rooms.Slack.Sent.Select(sent => sent.Message).Where(message => message.Recipient is null).ToList();
        Assert.Contains(said, message => message.Text.Contains("closed", StringComparison.Ordinal)
            || (message.Card is { } card && JoinedRooms.Words(card).Contains("Closed", StringComparison.OrdinalIgnoreCase)));
        Assert.All(said, message => Assert.Equal("C1", message.To.Target));
    }

    [Fact]
    public async Task OwedScores_AreShown_AndScoredFromHome()
    {
        await Says(One, "Luna", "/help");
        await Says(One, "Mara", "/risk new \"Tokens in WLCG\"");
        await Says(One, "Mara", "/risk add Keys are lost | mitigation: a vault");
        await Says(One, "Mara", "/risk open until Wednesday 18:00");
        await _rooms.Bot.Advance(Duration.FromMinutes(2));

        var home = await Home("Luna");
        var score = Assert.Single(Assert.Single(home.Parts).Body.OfType<CardButtons>()).Buttons[0];
        var card = (await _rooms.Bot.Turn(Pressed("Luna", score))).Answer!.Card!;
        var save = card.AllButtons().First(button => button.SendsInputs);
        var saved = await _rooms.Bot.Turn(Pressed("Luna", save, ("likelihood", "3"), ("impact", "2")));

        Assert.Contains("0 of 1 risk scored", Words(home), StringComparison.Ordinal);
        Assert.False(saved.Refused, saved.Answer?.Text);
        Assert.Empty((await Home("Luna")).Parts);
        Assert.DoesNotContain("score", Words(await Home("Zoe")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Stranger_IsRefused_InTheSameWordsAsForAGroupThatIsNone()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");
        var done = Button(await Home("Luna"), "Mark 1 as done");

        var stranger = await _rooms.Bot.Turn(Pressed("Zoe", done));
        var nowhere = await _rooms.Bot.Turn(Pressed("Zoe", Forged(done, "C999")));
        var elsewhere = await _rooms.Bot.Turn(Pressed("Luna", done, "T2"));

        Assert.True(stranger.Refused && nowhere.Refused && elsewhere.Refused);
        Assert.Equal(stranger.Answer!.Text, nowhere.Answer!.Text);
        Assert.DoesNotContain("landlord", stranger.Answer.Text + elsewhere.Answer!.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await Home("Luna")).Parts);
        Assert.Empty((await Home("Zoe")).Parts);
        Assert.Empty(_rooms.Bot.Table.Under(Other.Own.PartitionKey));
    }

    [Theory]
    [InlineData("forget", "sure", "yes")]
    [InlineData("settings", "chairs", "Luna")]
    [InlineData("poll close", "poll", "1")]
    public async Task OtherCommands_AreNotDoneFromAfar(string verb, string field, string value)
    {
        await Says(One, "Luna", "/meeting start");
        await Says(One, "Luna", "/poll Lunch? | Pizza | Soup");

        var outcome = await _rooms.Bot.Turn(Pressed("Luna", CardButton.Press("x", verb, (GroupButtons.Home, "C1"), (field, value))));

        Assert.True(outcome.Refused);
        Assert.Contains("belongs to another conversation", outcome.Answer!.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await Home("Mara", known: true)).Parts);
    }

    [Fact]
    public async Task WhoLeaves_SeesNothingOfIt_AndMayNothing_UntilTheyComeBack()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");
        var done = Button(await Home("Luna"), "Mark 1 as done");

        await _rooms.Bot.Turn(Left("Luna"));
        await _rooms.Bot.Turn(Left("Luna"));

        Assert.Empty((await Home("Luna")).Parts);
        Assert.Empty(_rooms.Bot.Table.Under("members"));
        Assert.True((await _rooms.Bot.Turn(Pressed("Luna", done))).Refused);

        await Says(One, "Luna", "/help");
        Assert.Single((await Home("Luna")).Parts);
    }

    [Fact]
    public async Task OtherInstance_KnowsWhoCameBack()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");
        using var second = new JoinedRooms(_rooms.Bot.Table, _rooms.Bot.Time, "b", exclusive: false);
        await second.Bot.Turn(Left("Luna"));

        await Says(One, "Luna", "/help");

        Assert.Single((await second.Bot.Homes.HomeAsync(JoinedRooms.On(One, "Luna"), "", default)).Parts);
    }

    [Fact]
    public async Task WhoIsForgotten_LeavesNothingThatLeadsThere()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");
        await Says(One, "Mara", "/help");
        await Says(One, "Luna", "/forget me really");
        await _rooms.Bot.Advance(Duration.FromMinutes(2));

        Assert.Empty((await Home("Luna")).Parts);
        Assert.Equal("mara", Assert.Single(_rooms.Bot.Table.Under("members")).RowKey.Split('|')[0].Split("~007C")[^1]);
    }

    [Fact]
    public async Task ForgottenGroup_IsNowhere_AndTheOthersStay()
    {
        await Says(One, "Luna", "/meeting start");
        await Says(One, "Luna", "/action Luna: write to the landlord");
        await Says(Other, "Luna", "/action Luna: book the train");
        await Says(One, "Luna", "/forget everything really");

        Assert.Equal(["C2"], (await Home("Luna")).Parts.Select(part => part.Conversation.Id));
        await _rooms.Bot.Advance(Duration.FromHours(2));

        Assert.Equal(["C2"], (await Home("Luna")).Parts.Select(part => part.Conversation.Id));
        Assert.Single(_rooms.Bot.Table.Under("members"));
    }

    [Fact]
    public async Task JoinedMember_SeesWhatTheyOweUnderTheirOtherAccount_UntilUnlinked()
    {
        await _rooms.Join(One);
        await Says(JoinedRooms.Channel, "Ada", "/action Ada: write to the landlord");
        await Says(JoinedRooms.Channel, "Ada", "/me link");
        var code = _rooms.Alone.Last().Message.Text.Split("/me link ")[1].Split('\n')[0];
        await Says(One, "Lovelace", $"/me link {code}");
        await Says(One, "Luna", "/help");

        var home = await Home("Lovelace");

        var part = Assert.Single(home.Parts);
        Assert.Equal(("slack", "C1"), (part.Conversation.Platform, part.Conversation.Id));
        Assert.Equal(["1. write to the landlord"], Texts(part));
        Assert.Empty((await Home("Luna")).Parts);

        var done = Button(home, "Mark 1 as done");
        await Says(JoinedRooms.Channel, "Mara", "/unlink");

        Assert.Empty((await Home("Lovelace")).Parts);
        Assert.True((await _rooms.Bot.Turn(Pressed("Lovelace", done))).Refused);
    }

    [Fact]
    public async Task JoinedMember_DoesItFromHome_AndLeavesWithOneAccountOnly()
    {
        await _rooms.Join(One);
        await Says(JoinedRooms.Channel, "Ada", "/action Ada: write to the landlord");
        await Says(JoinedRooms.Channel, "Ada", "/action Ada: keep the keys");
        await Says(JoinedRooms.Channel, "Ada", "/me link");
        await Says(One, "Lovelace", "/me link " + _rooms.Alone.Last().Message.Text.Split("/me link ")[1].Split('\n')[0]);

        var done = await _rooms.Bot.Turn(Pressed("Lovelace", Button(await Home("Lovelace"), "Mark 1 as done")));
        Assert.False(done.Refused, done.Answer?.Text);
        Assert.Equal(["2. keep the keys"], Texts(Assert.Single((await Home("Lovelace")).Parts)));

        await _rooms.Bot.Turn(Left("Lovelace"));
        Assert.Empty((await Home("Lovelace")).Parts);
        Assert.Contains(_rooms.Rows(JoinedRooms.Channel, "member"), row => row.RowKey == GroupRows.MemberKey(JoinedRooms.On(JoinedRooms.Channel, "Ada")));
    }

    [Fact]
    public async Task GroupThatIsDown_IsSaid_AndTheOthersAreShown()
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");
        await Says(Other, "Luna", "/action Luna: book the train");
        _rooms.Bot.Table.Faults = call => call.Partition == One.Own.PartitionKey ? Fault.Before : Fault.None;

        var home = await Home("Luna");

        Assert.Contains("can't be asked", Assert.Single(Texts(home.Parts[0])), StringComparison.Ordinal);
        Assert.Equal(["1. book the train"], Texts(home.Parts[1]));
    }

    [Fact]
    public async Task LeadWithoutItsTurn_LeadsNowhere()
    {
        _rooms.Bot.Table.Faults = call => call.Kind == "commit" && call.Partition == One.Own.PartitionKey ? Fault.Before : Fault.None;
        await Assert.ThrowsAsync<Tables.TableUnavailableException>(() => Says(One, "Luna", "/action Luna: write to the landlord"));
        _rooms.Bot.Table.Faults = _ => Fault.None;

        Assert.Single(_rooms.Bot.Table.Under("members"));
        Assert.Empty((await Home("Luna")).Parts);
    }

    [Fact]
    public async Task VeryMany_AreOnPages_EachOnce()
    {
        var groups = Enumerable.Range(1, 90).Select(n => JoinedRooms.SlackChannel with { Id = $"C{n:D3}" }).ToList();
        foreach (var group in groups) await Says(group, "Luna", "/help");
        for (var n = 1; n <= 60; n++) await Says(groups[2], "Luna", $"/action Luna: task {n}");
        foreach (var group in groups.Skip(3).Take(15)) await Says(group, "Luna", "/action Luna: one thing");
        await Says(groups[89], "Luna", "/action Luna: the last");

        var seen = new List<string>();
        var pages = 0;
        for (string? from = ""; from is not null; pages++)
        {
            var home = await Home("Luna", from);
            Assert.True(home.Parts.Length <= HomeViews.MostParts);
            Assert.True(home.Parts.Sum(part => Texts(part).Count) <= HomeViews.MostItems);
            Assert.True(!home.Parts.IsEmpty || !home.Head.IsEmpty);
            seen.AddRange(home.Parts.SelectMany(part => Texts(part).Select(text => part.Conversation.Id + " " + text)));
            from = home.Next;
        }

        Assert.Equal(76, seen.Distinct().Count());
        Assert.Equal(76, seen.Count);
        Assert.True(pages < 10);
    }

    [Theory]
    [InlineData("9999999999.0")]
    [InlineData("5.1")]
    [InlineData("0.700")]
    [InlineData("-1.-1")]
    [InlineData("a.b")]
    [InlineData("1.1.1")]
    [InlineData("999999999999999999999999999999")]
    public async Task PlaceThatIsNone_IsTheBeginning(string from)
    {
        await Says(One, "Luna", "/action Luna: write to the landlord");

        Assert.Equal(["1. write to the landlord"], Texts(Assert.Single((await Home("Luna", from)).Parts)));
    }

    public void Dispose() => _rooms.Dispose();

    private Task<string> Says(ConversationReference at, string who, string text) => _rooms.Says(at, who, text);

    private async Task<PersonHome> Home(string who, string from = "", string? zone = null, bool known = false)
    {
        if (known) await Says(One, who, "/help");
        return await _rooms.Bot.Homes.HomeAsync(JoinedRooms.On(One, who) with { Zone = zone }, from, default);
    }

    private static MemberLeft Left(string who) => new($"left {who}", One, JoinedRooms.On(One, who));

    private int _pressed;

    private CardAnswer Pressed(string who, CardButton button, params (string Key, string Value)[] inputs) =>
        Pressed(who, button, "T1", inputs);

    private CardAnswer Pressed(string who, CardButton button, string tenant, params (string Key, string Value)[] inputs)
    {
        var person = JoinedRooms.On(One with { Tenant = tenant }, who);
        return new CardAnswer(
            $"p{++_pressed}", new ConversationReference("slack", tenant, person.Id, ConversationKind.Personal), person,
            button.Verb,
            button.Data.Concat(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value))).ToImmutableDictionary(),
            null, WantsAnswer: true);
    }

    private static CardButton Forged(CardButton button, string home) =>
        button with { Data = button.Data.SetItem(GroupButtons.Home, home).Remove(GroupButtons.Group) };

    private static CardButton Button(PersonHome home, string title, int part = 0) => home.Parts[part].Body.OfType<CardButtons>()
        .SelectMany(row => row.Buttons).Single(button => button.Title == title);

    private static (string, string) Choice(Card card)
    {
        var input = card.Elements().OfType<ChoiceInput>().First();
        return (input.Id, input.Choices[0].Value);
    }

    private static List<string> Texts(HomePart part) => [.. part.Body.OfType<CardText>().Select(text => text.Text)];

    private static string Words(PersonHome home) => string.Join('\n', home.Head.OfType<CardText>().Select(text => text.Text)
        .Concat(home.Parts.SelectMany(Texts)));
}
