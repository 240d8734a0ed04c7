using MeetingBot.Conversations;
using MeetingBot.Kit;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

/// <summary>What joining is not to be used for: by who read a code, who left, and by groups that say yes twice.</summary>
public sealed class LinkAbuseTests
{
    private static readonly ConversationReference Second = SlackChannel with { Id = "C2" };
    private static readonly ConversationReference Third = SlackChannel with { Id = "C3" };

    [Fact]
    public async Task A_code_of_an_account_that_was_typed_in_vain_before_everybody_serves_nobody()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Tom", "/me link");
        var code = Alone(rooms, Channel, "Tom").Split("/me link ")[1].Split('\n')[0];
        Assert.Contains("very account", await rooms.Says(Channel, "Tom", $"/me link {code}"), StringComparison.Ordinal);

        Assert.Contains("no such code", await rooms.Says(SlackChannel, "Eve", $"/me link {code}"), StringComparison.Ordinal);
        await rooms.Says(SlackChannel, "Eve", "/action Eve: listen");
        Assert.DoesNotContain("You are Tom", string.Join('\n', rooms.Heard(SlackChannel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_an_account_serves_nobody_once_it_could_not_be_taken()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/risk new \"Tokens\"");
        await rooms.Says(Channel, "Mara", "/risk add Stolen token | mitigation: short life");
        await rooms.Says(SlackChannel, "Thomas", "/help");
        await rooms.Says(Channel, "Mara", "/risk open until Wednesday 18:00");
        await rooms.Bot.Advance(NodaTime.Duration.FromMinutes(1));
        var save = rooms.Slack.Sent.Select(sent => sent.Message).Last(message => message is { Recipient.Name: "Thomas", Card: not null })
            .Card!.AllButtons().First(button => button.Data.ContainsKey("home"));
        var chat = new ConversationReference("slack", "T1", "D9", ConversationKind.Personal);
        Assert.False((await rooms.Press(chat, "Thomas", save, ("likelihood", "3"), ("impact", "4")))!.Refused);
        await rooms.Says(SlackChannel, "Thomas", "/forget me really");
        await rooms.Bot.Advance(NodaTime.Duration.FromMinutes(1));

        await rooms.Says(Channel, "Tom", "/me link");
        var code = Alone(rooms, Channel, "Tom").Split("/me link ")[1].Split('\n')[0];
        Assert.Contains("still open", await rooms.Says(SlackChannel, "Thomas", $"/me link {code}"), StringComparison.Ordinal);
        Assert.Contains("no such code", await rooms.Says(SlackChannel, "Eve", $"/me link {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_of_one_group_though_two_say_yes()
    {
        using var rooms = new JoinedRooms();
        var first = await rooms.Code();
        var second = await Offer(rooms, Second);
        await rooms.Says(SlackChannel, "Luna", $"/link {first}");
        await rooms.Says(SlackChannel, "Luna", $"/link {second}");
        Assert.Equal("Joined.", (await rooms.Press(Channel, "Mara", rooms.Asked("Join them")))?.Text);
        Assert.Contains("joined another", await rooms.Says(Second, "Zoe", "/link yes"), StringComparison.Ordinal);

        var before = rooms.Sent(SlackChannel).Count;
        await rooms.Says(Second, "Zoe", "/agenda add Not yours");
        Assert.Equal(before, rooms.Sent(SlackChannel).Count);
        await rooms.Says(SlackChannel, "Luna", "/agenda add Ours");
        Assert.Single(rooms.Rows(Channel, "item"));

        // Once it has left the first, the other may still have it.
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        Assert.Contains("one group now", await rooms.Says(Second, "Zoe", "/link yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_has_taken_others_in_meanwhile_is_not_taken_in_itself()
    {
        using var rooms = new JoinedRooms();
        var code = await rooms.Code();
        var own = await Offer(rooms, Second);
        await rooms.Says(Second, "Zoe", $"/link {code}");
        await rooms.Says(Third, "Luna", $"/link {own}");
        await rooms.Says(Second, "Zoe", "/link yes");

        Assert.Contains("joined another", (await rooms.Press(Channel, "Mara", rooms.Asked("Join them")))?.Text, StringComparison.Ordinal);
        await rooms.Says(Third, "Luna", "/agenda add Ours");
        await rooms.Says(Second, "Zoe", "/agenda add Ours too");
        Assert.Equal(2, rooms.Rows(Second, "item").Count);
    }

    [Fact]
    public async Task Who_left_one_of_two_conversations_does_nothing_from_afar()
    {
        using var rooms = await Made();
        await rooms.Join(Second);
        await rooms.Says(SlackChannel, "Tom", "/action Tom: write to the landlord");
        var done = await Done(rooms, "Tom");
        await rooms.Bot.Turn(new MemberLeft("left", SlackChannel, On(SlackChannel, "Tom")));

        Assert.Contains("don't know you", (await rooms.Press(OwnChat, "Tom", done))?.Text, StringComparison.Ordinal);
        // Who is in the other one is one of the group by that.
        await rooms.Says(Second, "Tom", "/help");
        Assert.DoesNotContain("don't know you", (await rooms.Press(OwnChat, "Tom", Through(done, "C2")))?.Text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_in_a_conversation_that_left_does_nothing_in_the_group_from_afar()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(SlackChannel, "Luna", $"/link {await Offer(rooms, Second)}");
        await rooms.Says(Second, "Zoe", "/link yes");
        await rooms.Says(SlackChannel, "Tom", "/action Tom: write to the landlord");
        var done = await Done(rooms, "Tom");
        await rooms.Says(SlackChannel, "Luna", "/unlink");

        Assert.True((await rooms.Press(OwnChat, "Tom", done))?.Refused);
        Assert.Contains("don't know you", (await rooms.Press(OwnChat, "Tom", Through(done, "C2")))?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_went_with_their_conversation_is_reminded_on_no_other_platform()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Thomas", "/help");
        await rooms.Says(Channel, "Mara", "/risk new \"Tokens\"");
        await rooms.Says(Channel, "Mara", "/risk add Stolen token | mitigation: short life");
        await rooms.Says(Channel, "Mara", "/risk open until Wednesday 18:00");
        await rooms.Says(Channel, "Mara", "/unlink");
        var before = rooms.Teams.Sent.Count;
        await rooms.Bot.Advance(NodaTime.Duration.FromDays(6));

        var alone = rooms.Teams.Sent.Skip(before).Select(sent => sent.Message.Recipient).OfType<Person>().ToList();
        Assert.NotEmpty(alone);
        Assert.All(alone, person => Assert.Equal("teams", person.Platform));
    }

    [Fact]
    public async Task What_is_relayed_tells_no_ballot()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/meeting start");
        await rooms.Says(Channel, "Mara", "/link relay on");
        await rooms.Says(Channel, "Mara", "/poll Focus? | lions | tigers");
        var before = rooms.Heard(SlackChannel).Count;
        await rooms.Says(Channel, "Tom", "/vote 1 lions");
        await rooms.Says(Channel, "Tom", "/vote 1 tigers");
        await rooms.Says(Channel, "Tom", "/vote 1 none of these");

        Assert.DoesNotContain(rooms.Heard(SlackChannel).Skip(before), text =>
            text.Contains("lions", StringComparison.Ordinal) || text.Contains("tigers", StringComparison.Ordinal)
            || text.Contains("vote", StringComparison.Ordinal));
    }

    private static ConversationReference OwnChat { get; } = new("slack", "T1", "D9", ConversationKind.Personal);

    private static Cards.CardButton Through(Cards.CardButton button, string conversation) =>
        button with { Data = button.Data.SetItem(GroupButtons.Home, conversation) };

    private static async Task<Cards.CardButton> Done(JoinedRooms rooms, string who)
    {
        var home = await rooms.Bot.Homes.HomeAsync(On(SlackChannel, who), "", default);
        return home.Parts.SelectMany(part => part.Body).OfType<Cards.CardButtons>().SelectMany(row => row.Buttons).First();
    }

    private static async Task<string> Offer(JoinedRooms rooms, ConversationReference at) =>
        (await rooms.Says(at, "Zoe", "/link")).Split("/link ")[1].Split('\n')[0].Trim();

    private static string Alone(JoinedRooms rooms, ConversationReference at, string who) =>
        rooms.Sent(at).Last(message => message.Recipient?.Name == who).Text;
}
