using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Rounds;
using static MeetingBot.Kit.JoinedRooms;
using static MeetingBot.Kit.TwoAccounts;

namespace MeetingBot.Risks;

/// <summary>Who says in an open round that two accounts are theirs is one scorer in it, and nobody learns what they scored.</summary>
public sealed class TwoAccountsTests
{
    [Fact]
    public async Task What_both_have_scored_is_put_together_and_what_the_one_that_stays_has_said_stands()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "5");
        await rooms.Scores(Tommy, "TR-2", "5", "5");
        await rooms.Scores(Tom, "TR-2", "2", "1");
        Assert.Contains("You are Tom here", await rooms.Links());
        await rooms.Pass();

        Assert.Equal(["TR-1 Tom 4 5", "TR-2 Tom 2 1"], rooms.Kept());
        Assert.Equal(["Tom 110"], rooms.Progress());
        var card = Words(rooms.Live(Channel, "round 1 1"));
        Assert.Contains("On the way (1): Tom 2 of 3", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Tommy", card, StringComparison.Ordinal);
        Assert.DoesNotContain(rooms.Bot.Table.Under(Channel.Own.PartitionKey, "now"), row => row.RowKey == GroupRows.MergesKey);

        await rooms.Scores(Tommy, "TR-3", "1", "1");
        await rooms.Scores(Tommy, "TR-1", "3", "3");
        Assert.Equal(["TR-1 Tom 3 3", "TR-2 Tom 2 1", "TR-3 Tom 1 1"], rooms.Kept());
        await rooms.Says(Channel, "Mara", "/risk reveal");
        Assert.Equal(("0 0 1 0 0", "0 1 0 0 0"), (rooms.Counts("TR-1"), rooms.Counts("TR-2")));
        // Mara, Tom, Ann and Ben.
        Assert.Equal((4, 1), (rooms.Round().Figures!.Members, rooms.Round().Figures!.Scored));
    }

    [Fact]
    public async Task The_person_is_told_alone_and_no_value()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "5");
        await rooms.Links();
        await rooms.Pass();
        var told = Assert.Single(rooms.ToldAlone(), text => text.Contains("put together", StringComparison.Ordinal));
        Assert.DoesNotMatch("[0-9]", told);
        Assert.DoesNotContain(rooms.Heard(Channel).Concat(rooms.Heard(SlackChannel)), text => text.Contains("put together", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_scored_nothing_with_it_is_told_nothing_of_scores()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tom, "TR-1", "4", "5");
        await rooms.Links();
        await rooms.Pass();
        Assert.DoesNotContain(rooms.ToldAlone(), text => text.Contains("put together", StringComparison.Ordinal));
        Assert.Equal(["Tom 100"], rooms.Progress());
    }

    [Fact]
    public async Task A_score_that_is_not_complete_goes_with_its_person_and_is_no_answer_yet()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", ".");
        await rooms.Scores(Tommy, "TR-2", "4", "4");
        await rooms.Scores(Tom, "TR-2", "3", ".");
        await rooms.Links();
        await rooms.Pass();
        Assert.Equal(["TR-1 Tom 4 .", "TR-2 Tom 3 ."], rooms.Kept());
        Assert.Empty(rooms.Progress());
    }

    [Theory]
    [InlineData("for Tommy and Ann", "Tom, Ann", "")]
    [InlineData("for Tom and Ann", "Tom, Ann", "")]
    [InlineData("for Tom, Tommy and Ann", "Tom, Ann", "")]
    [InlineData("without Tommy", "", "")]
    [InlineData("without Tom", "", "")]
    [InlineData("without Tom and Tommy", "", "Tom")]
    [InlineData("for Ann and Ben", "Ann, Ben", "")]
    public async Task A_round_asks_them_once_where_it_has_asked_either(string asked, string members, string observers)
    {
        using var rooms = await WithRisks();
        await rooms.Opens($"/risk open {asked}");
        await rooms.Links();
        await rooms.Pass();
        Assert.Equal((members, observers), (Names(rooms.Round().Members), Names(rooms.Round().Observers)));
        await rooms.Says(Channel, "Mara", "/help");
        var may = (await rooms.Scores(Tommy, "TR-1", "4", "4"))!;
        Assert.Equal(asked is "without Tom and Tommy" or "for Ann and Ben", may.Refused);

        static string Names(System.Collections.Immutable.ImmutableArray<Person> people) =>
            people.IsDefault ? "" : string.Join(", ", people.Select(person => person.Name));
    }

    [Fact]
    public async Task Their_community_is_one_and_weighs_once()
    {
        using var rooms = await WithRisks();
        await rooms.Says(SlackChannel, "Luna", "/help");
        await rooms.Says(Channel, "Mara", "/risk community ATLAS 3: Tommy");
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Links();
        await rooms.Pass();
        var community = Assert.Single(RiskRows.ReadAssessment(rooms.Rows(Channel, "assessment")[0]).Communities);
        Assert.Equal("Tom", Assert.Single(community.Members).Name);
        Assert.Equal("ATLAS", RiskRows.ReadScore(Assert.Single(rooms.Rows(Channel, "score"))).Community);
        await rooms.Says(Channel, "Mara", "/risk reveal");
        Assert.Equal(5, rooms.Round().Figures!.Members);
    }

    [Fact]
    public async Task Of_two_communities_that_of_the_account_that_stays_is_theirs()
    {
        using var rooms = await WithRisks();
        await rooms.Says(Channel, "Mara", "/risk community ATLAS 3: Tommy");
        await rooms.Says(Channel, "Mara", "/risk community CMS 2: Tom");
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Links();
        await rooms.Pass();
        Assert.Equal("CMS", RiskRows.ReadScore(Assert.Single(rooms.Rows(Channel, "score"))).Community);
        Assert.Equal(["ATLAS ", "CMS Tom"], RiskRows.ReadAssessment(rooms.Rows(Channel, "assessment")[0]).Communities
            .Select(one => $"{one.Name} {string.Join(' ', one.Members.Select(person => person.Name))}"));
    }

    [Fact]
    public async Task The_second_round_takes_them_for_one_and_does_not_say_that_the_same_people_moved()
    {
        using var rooms = await WithRisks(1);
        await rooms.Opens();
        foreach (var (who, value) in ((Person, string)[])[(Tom, "2"), (Tommy, "4"), (On(Channel, "Ann"), "4"), (On(Channel, "Ben"), "4")])
            await rooms.Scores(who, "TR-1", value, value);
        await rooms.Says(Channel, "Mara", "/risk reveal");
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "5", "5", round: 2);
        await rooms.Links();
        await rooms.Pass();
        foreach (var who in (Person[])[On(Channel, "Ann"), On(Channel, "Ben"), On(Channel, "Mara")]) await rooms.Scores(who, "TR-1", "5", "5", round: 2);
        await rooms.Says(Channel, "Mara", "/risk reveal");
        var result = rooms.Risk("TR-1").Result!;
        Assert.Equal("0 0 0 0 4", rooms.Counts("TR-1"));
        Assert.All(result.Dimensions, dimension => Assert.Null(dimension.Moved));
        // What was revealed before they were one is as it was.
        Assert.Equal(4, rooms.Kept().Count);
    }

    [Fact]
    public async Task Reminders_and_what_is_owed_are_one_persons()
    {
        using var rooms = await WithRisks(2);
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Scores(Tom, "TR-2", "4", "4");
        await rooms.Links();
        await rooms.Pass();
        Assert.Contains("All answered (1): Tom", Words(rooms.Live(Channel, "round 1 1")), StringComparison.Ordinal);
        Assert.Contains("3 members will be reminded", await rooms.Says(Channel, "Mara", "/risk nudge"));
        await rooms.Bot.Advance(NodaTime.Duration.FromDays(5));
        Assert.DoesNotContain(rooms.ToldAlone(), text => text.Contains("missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_began_the_assessment_with_the_account_runs_it_with_the_other()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Tommy", "/risk new \"Tokens\"");
        await rooms.Says(SlackChannel, "Tommy", "/risk add Stolen | mitigation: what stands");
        await rooms.Links();
        await rooms.Says(Channel, "Tom", "/risk open");
        Assert.True(rooms.Round().Open);
    }

    [Fact]
    public async Task Nothing_that_anybody_sees_depends_on_what_was_scored()
    {
        var seen = new List<string>();
        foreach (var (mine, other) in ((string, string)[])[("1", "5"), ("5", "1")])
        {
            using var rooms = await WithRisks();
            await rooms.Opens();
            await rooms.Scores(Tommy, "TR-1", mine, mine);
            await rooms.Scores(Tommy, "TR-2", mine, mine);
            await rooms.Scores(Tom, "TR-2", other, other);
            await rooms.Links();
            await rooms.Pass();
            seen.Add(string.Join('\n', rooms.Teams.Sent.Concat(rooms.Slack.Sent).Select(sent => sent.Message)
                .Select(message => $"{message.To.Id} {message.Recipient?.Id} {message.Text} {(message.Card is { } card ? Words(card) : "")}")
                .Concat(rooms.Bot.Table.Under(Channel.Own.PartitionKey)
                    .Where(row => row.RowKey.Split('|')[0] is not ("score" or "seen" or "card"))
                    .Select(row => row.RowKey + System.Text.Encoding.UTF8.GetString(row.Data.Span)))
                .Order(StringComparer.Ordinal)));
        }
        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task No_score_of_anybody_else_is_read()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Scores(On(Channel, "Ann"), "TR-1", "4", "4");
        var code = await rooms.Code(Tom);
        var from = rooms.Bot.Table.Calls.Count;
        await rooms.Says(SlackChannel, "Tommy", $"/me link {code}");
        await rooms.Pass();
        Assert.All(
            rooms.Bot.Table.Calls.Skip(from).Where(call => call.Key.StartsWith("score|", StringComparison.Ordinal)),
            call => Assert.True(call.Kind == "get" && (call.Key.EndsWith("tom", StringComparison.Ordinal) || call.Key.EndsWith("tommy", StringComparison.Ordinal)), call.Key));
        Assert.Equal(["TR-1 Tom 4 4", "TR-1 Ann 4 4"], rooms.Kept().OrderByDescending(kept => kept, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_was_forgotten_in_an_open_round_is_not_joined_there()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Says(SlackChannel, "Tommy", "/forget me really");
        await rooms.Pass();
        Assert.Contains("was forgotten in a round", await rooms.Links());
        Assert.Equal(["TR-1 a former member 4 4"], rooms.Kept());
    }
}
