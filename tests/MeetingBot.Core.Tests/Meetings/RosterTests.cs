using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>All who are in a conversation are asked, and not those alone who have spoken to the bot.</summary>
public sealed class RosterTests : IDisposable
{
    private static readonly ConversationReference Chat = new(
        "teams", "cern", "19:tokens@thread.v2", ConversationKind.Chat, Thread: "19:tokens@thread.v2;messageid=1",
        ServiceUrl: "https://smba.example/", Bot: "28:bot");

    private readonly FakeRoster _roster = new();
    private readonly Bot _bot;
    private int _deliveries;

    public RosterTests()
    {
        _bot = new Bot(new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel("teams"), rosters: [_roster]);
        Tells("Anna", "Ben", "Carl");
    }

    public void Dispose() => _bot.Dispose();

    private void Tells(params string[] names) =>
        _roster.Answer = _ => new RosterReading(FakeRoster.People("teams", "cern", names));

    private static Person Who(string name) => new("teams", "cern", name.ToLowerInvariant(), name);

    private async Task Says(string who, string text)
    {
        await _bot.Turn(new IncomingMessage(
            $"d{++_deliveries}", Chat, Who(who), text, null, Addressed: true, Bare: false, []));
        await _bot.Settled();
        await _bot.Advance(Duration.FromSeconds(2));
    }

    private async Task Added(params string[] names)
    {
        await _bot.Turn(new MembersAdded($"d{++_deliveries}", Chat, Who(names[0]), false, [.. names.Select(Who)]));
        await _bot.Settled();
        await _bot.Advance(Duration.FromSeconds(2));
    }

    private IEnumerable<string> Members() => _bot.Table.Under(Chat.Group.PartitionKey, "member").Select(row => GroupRows.ReadMember(row).Name);

    private IEnumerable<string> Asked() => _bot.Channel.Sent.Where(sent => sent.Message.Slot == "score 1 1").Select(sent => sent.Message.Recipient!.Name);

    // Each rings at its reader's; what is drawn anew in place does not.
    private IEnumerable<string> Posted() => _bot.Channel.Sent.Where(sent => sent.Message.Slot == "score 1 1" && (sent.Existing is null || sent.Message.Fresh))
        .Select(sent => sent.Message.Recipient!.Name);

    private string Round() => _bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 1").Message.Card!.Text();

    private async Task RoundIsOpen(string how = "")
    {
        await Says("Anna", "/risk new Tokens");
        await Says("Anna", "/risk add Stolen token is replayed");
        await Says("Anna", $"/risk open until Wednesday 18:00{how}");
    }

    [Fact]
    public async Task Bot_ThatIsAdded_LearnsWhoIsThere()
    {
        await _bot.Turn(new MembersAdded("hello", Chat, Who("Anna"), BotAdded: true, []));
        await _bot.Settled();
        Assert.Equal(["Anna", "Ben", "Carl"], Members().Order());
        Assert.Null(Assert.Single(_roster.Asked).Thread);
        // They get no message for that.
        Assert.Single(_bot.Channel.Sent);
    }

    [Fact]
    public async Task Round_SendsACardToAllWhoAreThere_OneEach()
    {
        await RoundIsOpen();
        Assert.Equal(["Anna", "Ben", "Carl"], Posted().Order());
        Assert.Contains("Nothing yet (3): Anna, Ben, Carl", Round(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_OfNamedMembers_AsksForNobodyElse()
    {
        await Added("Anna", "Ben");
        await RoundIsOpen(" for @Ben");
        Assert.Empty(_roster.Asked);
        Assert.Equal(["Ben"], Asked());
    }

    [Fact]
    public async Task WhoComesLater_GetsTheirCardOfWhatIsOpen_AndAnswers()
    {
        await RoundIsOpen();
        await Added("Dora");
        Assert.Equal(1, Asked().Count(name => name == "Dora"));
        Assert.Contains("Nothing yet (4): Anna, Ben, Carl, Dora", Round(), StringComparison.Ordinal);
        // Told of again they get no second one.
        await Added("Dora");
        Assert.Equal(1, Asked().Count(name => name == "Dora"));
    }

    [Fact]
    public async Task WhoComesLater_IsNotAsked_InARoundOfOthers_NorAsObserver_NorWhenItIsOver()
    {
        await Added("Anna", "Ben", "Dora");
        await RoundIsOpen(" without @Dora");
        Assert.DoesNotContain("Dora", Asked());
        await Says("Anna", "/risk cancel");
        await Added("Emil");
        Assert.DoesNotContain("Emil", Asked());
        Assert.DoesNotContain(_bot.Table.Under(Chat.Group.PartitionKey, "timer"), row => row.RowKey.Contains("late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Poll_WaitsForAllWhoAreThere()
    {
        await Says("Anna", "/poll Lunch? | yes | no");
        Assert.Contains("Anna, Ben", _bot.Channel.Sent.Last(sent => sent.Message.Slot == "poll 1").Message.Card!.Text(), StringComparison.Ordinal);
        await Added("Dora");
        Assert.Contains("Dora", _bot.Channel.Sent.Last(sent => sent.Message.Slot == "poll 1").Message.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platform_IsAskedOnceInHalfADay()
    {
        await Says("Anna", "/poll Lunch? | yes | no");
        await RoundIsOpen();
        await Says("Anna", "/poll Dinner? | yes | no");
        Assert.Single(_roster.Asked);
        await _bot.Advance(Duration.FromHours(13));
        await Says("Anna", "/poll Breakfast? | yes | no");
        Assert.Equal(2, _roster.Asked.Count);
    }

    [Fact]
    public async Task NameThatHasChanged_IsTaken_AndTheZoneKept()
    {
        await _bot.Turn(new IncomingMessage(
            "z", Chat, Who("Ben") with { Zone = "America/New_York" }, "/help", null, Addressed: true, Bare: false, []));
        _roster.Answer = _ => new RosterReading([Who("Ben") with { Name = "Ben Ito" }]);
        await Says("Anna", "/poll Lunch? | yes | no");
        var ben = _bot.Table.Under(Chat.Group.PartitionKey, "member").Select(GroupRows.ReadMember).Single(person => person.Id == "ben");
        Assert.Equal(("Ben Ito", "America/New_York"), (ben.Name, ben.Zone));
    }

    [Fact]
    public async Task Audience_IsNoGroup()
    {
        Tells([.. Enumerable.Range(0, RosterDoor.Most + 1).Select(person => string.Create(CultureInfo.InvariantCulture, $"P{person:D3}"))]);
        await RoundIsOpen();
        Assert.Equal(["Anna"], Members());
        Assert.Equal(["Anna"], Asked());
    }

    [Fact]
    public async Task CrowdOfThreeHundred_IsAskedWhole_OnceEach()
    {
        string[] names = [.. Enumerable.Range(0, RosterDoor.Most).Select(person => string.Create(CultureInfo.InvariantCulture, $"P{person:D3}"))];
        Tells(names);
        await Says("P000", "/risk new Tokens");
        await Says("P000", "/risk add Stolen token is replayed");
        await Says("P000", "/risk open until Wednesday 18:00");
        Assert.Equal(names, Posted().Order());
    }

    [Fact]
    public async Task PlatformThatDoesNotAnswer_IsAskedAgain_AndTheRoundIsOpenMeanwhile()
    {
        _roster.Answer = _ => new RosterReading([], new Delivery.Later(Duration.FromSeconds(30), "HTTP 503"));
        await Says("Anna", "/risk new Tokens");
        await Says("Anna", "/risk add Stolen token is replayed");
        await _bot.Turn(new IncomingMessage("o", Chat, Who("Anna"), "/risk open until Wednesday 18:00", null, true, false, []));
        await Eventually.Until(() => _roster.Asked.Count == 1 && _bot.Time.Waiting > 0, "the platform was asked and is waited for");
        Tells("Anna", "Ben");
        _bot.Time.AdvanceTo(_bot.Time.GetCurrentInstant() + Duration.FromSeconds(31));
        await _bot.Settled();
        await _bot.Advance(Duration.FromSeconds(2));
        Assert.Equal(2, _roster.Asked.Count);
        Assert.Contains("Ben", Asked());
    }

    [Fact]
    public async Task JoinedGroup_AsksEachPlatform_AndAnotherAccountOfAMemberIsNobodyElse()
    {
        var (teams, slack) = (new FakeRoster(), new FakeRoster("slack"));
        teams.Answer = side => new RosterReading(FakeRoster.People("teams", side.Tenant, "Mara", "Tom"));
        slack.Answer = side => new RosterReading(FakeRoster.People("slack", side.Tenant, "Luna", "Tommy"));
        using var rooms = new JoinedRooms(rosters: [teams, slack]);
        await rooms.Says(JoinedRooms.Channel, "Mara", "/poll Before? | yes | no");
        await rooms.Join(JoinedRooms.SlackChannel);
        await rooms.Says(JoinedRooms.Channel, "Tom", "/me link");
        var told = rooms.Teams.Sent.Last(sent => sent.Message.Recipient?.Name == "Tom").Message.Text;
        await rooms.Says(JoinedRooms.SlackChannel, "Tommy", told[told.IndexOf("/me link ", StringComparison.Ordinal)..].Split('\n')[0]);
        await rooms.Says(JoinedRooms.Channel, "Mara", "/poll Lunch? | yes | no");
        await rooms.Bot.Advance(Duration.FromSeconds(2));
        Assert.Equal([JoinedRooms.SlackChannel.Id], slack.Asked.Select(side => side.Id));
        Assert.Equal(2, teams.Asked.Count);
        Assert.Equal(["Luna", "Mara", "Tom"], rooms.Bot.Table.Under(JoinedRooms.Channel.Own.PartitionKey, "member")
            .Select(row => GroupRows.ReadMember(row).Name).Order());
    }

    [Fact]
    public async Task PlatformThatRefuses_IsLeftAlone()
    {
        _roster.Answer = _ => new RosterReading([], new Delivery.Refused("HTTP 403"));
        await RoundIsOpen();
        Assert.Single(_roster.Asked);
        Assert.Equal(["Anna"], Asked());
    }

    [Fact]
    public async Task NamesThatCannotAllBeHad_AreTakenAsFarAsTheyAre_WhenTheTimeIsOver()
    {
        var read = new RosterReading(FakeRoster.People("teams", "cern", "Anna", "Ben"), new Delivery.Later(null, "names"));
        var ran = new List<Incoming>();
        var roster = new FakeRoster { Answer = _ => read };
        var door = new RosterDoor([roster], (incoming, _) => { ran.Add(incoming); return new ValueTask<TurnOutcome>(default(TurnOutcome)!); }, _bot.Time);
        Outgoing Asks(Duration patience) => new(Chat, "", Recipient: Who("Anna"))
        {
            Errand = new Errand(RosterDoor.Name, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, _bot.Time.GetCurrentInstant() + patience),
        };
        Assert.IsType<Delivery.Later>(await door.DeliverAsync("o", Asks(Duration.FromMinutes(1)), null, CancellationToken.None));
        Assert.Empty(ran);
        Assert.IsType<Delivery.Sent>(await door.DeliverAsync("o", Asks(Duration.Zero), null, CancellationToken.None));
        Assert.Equal(["Anna", "Ben"], Assert.IsType<MembersAdded>(Assert.Single(ran)).People.Select(person => person.Name));
    }
}
