using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Polls;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Meetings;

public sealed class LinkAccountTests
{
    [Fact]
    public async Task Two_accounts_are_one_member_with_one_ballot()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/poll Focus on tokens? | yes | no");
        await rooms.Says(Channel, "Tom", "/vote 1 yes");
        await rooms.Says(SlackChannel, "Tommy", "/vote 1 no");
        var code = await Code(rooms, Channel, "Tom");
        Assert.Contains("You are Tom here", await rooms.Says(SlackChannel, "Tommy", $"/me link {code}"));

        var kept = Assert.Single(rooms.Rows(Channel, "ballot"));
        Assert.Equal("Tom", PollRows.ReadBallot(kept).Voter.Name);
        await rooms.Says(SlackChannel, "Tommy", "/vote 1 no");
        Assert.Single(rooms.Rows(Channel, "ballot"));
        await rooms.Bot.Advance(Duration.FromSeconds(2));
        Assert.Contains("Answered (1)", Words(rooms.Live(SlackChannel, PollCards.Slot(1))));
    }

    [Fact]
    public async Task The_only_ballot_goes_with_its_person()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/poll Focus on tokens? | yes | no");
        await rooms.Says(SlackChannel, "Tommy", "/vote 1 no");
        await rooms.Says(SlackChannel, "Tommy", $"/me link {await Code(rooms, Channel, "Tom")}");
        Assert.Equal("Tom", PollRows.ReadBallot(Assert.Single(rooms.Rows(Channel, "ballot"))).Voter.Name);
    }

    [Fact]
    public async Task Ballots_in_as_many_polls_as_may_be_open_go_with_their_person_too()
    {
        using var rooms = await Made();
        for (var poll = 1; poll <= OpenPolls.Most; poll++)
        {
            await rooms.Says(Channel, "Mara", $"/poll Question {poll}? | yes | no");
            await rooms.Says(SlackChannel, "Tommy", $"/vote {poll} no");
        }
        Assert.Contains("You are Tom here", await rooms.Says(SlackChannel, "Tommy", $"/me link {await Code(rooms, Channel, "Tom")}"));
        Assert.Equal(OpenPolls.Most, rooms.Rows(Channel, "ballot").Count);
        Assert.All(rooms.Rows(Channel, "ballot"), row => Assert.Equal("Tom", PollRows.ReadBallot(row).Voter.Name));
    }

    [Fact]
    public async Task The_code_is_told_to_its_person_alone_and_serves_once()
    {
        using var rooms = await Made();
        var code = await Code(rooms, Channel, "Tom");
        Assert.DoesNotContain(rooms.Heard(Channel), text => text.Contains(code, StringComparison.Ordinal));
        await rooms.Says(SlackChannel, "Tommy", $"/me link {code}");
        Assert.Contains("no such code", await rooms.Says(SlackChannel, "Eve", $"/me link {code}"));
    }

    [Fact]
    public async Task A_code_ends_after_an_hour()
    {
        using var rooms = await Made();
        var code = await Code(rooms, Channel, "Tom");
        await rooms.Bot.Advance(Duration.FromMinutes(61));
        Assert.Contains("no such code", await rooms.Says(SlackChannel, "Tommy", $"/me link {code}"));
    }

    [Fact]
    public async Task Chairing_goes_with_the_person_and_so_does_what_answers_them_alone()
    {
        using var rooms = await Made();
        var code = await Code(rooms, SlackChannel, "Luna");
        await rooms.Says(Channel, "Luna (lab)", $"/me link {code}");
        await rooms.Says(Channel, "Luna (lab)", "/settings run everyone");
        await rooms.Says(Channel, "Luna (lab)", "/settings");
        var settings = Words(rooms.Sent(Channel)[^1].Card!);
        Assert.Contains("Chairs: Mara and Luna", settings);
        Assert.Contains("One group with: Slack", settings);

        // Answered alone where she asked.
        await rooms.Says(Channel, "Luna (lab)", "/busy");
        Assert.Contains(rooms.Teams.Sent, sent => sent.Message.Recipient?.Name == "Luna (lab)");
        Assert.DoesNotContain(rooms.Slack.Sent, sent => sent.Message.Recipient?.Id == "luna (lab)");
    }

    [Fact]
    public async Task In_a_web_room_a_name_is_no_proof()
    {
        using var rooms = await Made(WebRoom);
        var code = await Code(rooms, Channel, "Tom");
        Assert.Contains("no proof", await rooms.Says(WebRoom, "Tom", $"/me link {code}"));
        Assert.Contains("no proof", await rooms.Says(WebRoom, "Tom", "/me link"));
    }

    [Fact]
    public async Task Own_code_and_no_joined_group_are_refused_in_words()
    {
        using var rooms = await Made();
        var code = await Code(rooms, Channel, "Tom");
        Assert.Contains("this very account", await rooms.Says(Channel, "Tom", $"/me link {code}"));
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        Assert.Contains("by itself", await rooms.Says(Channel, "Tom", "/me link"));
    }

    private static async Task<string> Code(JoinedRooms rooms, ConversationReference at, string who)
    {
        await rooms.Says(at, who, "/me link");
        var alone = rooms.Sent(at).Last(message => message.Recipient?.Name == who);
        return alone.Text.Split("/me link ")[1].Split('\n')[0];
    }
}
