using MeetingBot.Kit;
using MeetingBot.Polls.Guests;

namespace MeetingBot.Polls;

public sealed class InviteGuestsTests
{
    private const string Times = "/poll \"TTT July\" Fri 11 July 16:00, Tue 22 July 15:00 for 1h";

    [Theory]
    [InlineData("/poll guests 1 Anna Berg, Ben Ito")]
    [InlineData("/poll guests Anna Berg and Ben Ito")]
    [InlineData("/poll invite #1 Anna Berg; Ben Ito")]
    [InlineData("/poll guest 1\n- Anna Berg\n- Ben Ito")]
    [InlineData("/poll guests 1 \"Anna Berg\" <anna@example.org>, Ben\u202E  Ito, anna berg")]
    [InlineData("poll guests Anna Berg, Ben Ito")]
    public async Task EachGuest_HasALink_ToldToWhoAskedAlone(string typed)
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Says("Luna", "hello");
        await room.Says("Mara", typed);
        var text = Assert.Single(room.Told("Mara"));
        Assert.Contains("\nAnna Berg: https://bot.example/ballot/", text, StringComparison.Ordinal);
        Assert.Contains("\nBen Ito: https://bot.example/ballot/", text, StringComparison.Ordinal);
        Assert.Equal(2, room.Tokens("Mara").Distinct().Count());
        Assert.DoesNotContain(
            room.Bot.Channel.Sent, sent => sent.Message.Recipient is null && sent.Message.Text.Contains("/ballot/", StringComparison.Ordinal));
        Assert.Contains(room.Transcript, message =>
            message.Text == "I have sent you the links for Anna Berg, Ben Ito, for you alone.");
        Assert.Contains("Not yet: Anna Berg (guest), Ben Ito (guest)", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        var guests = room.Guests();
        Assert.All(guests, guest => Assert.Equal(("guest", ""), (guest.Person.Platform, guest.Person.Tenant)));
        Assert.Equal(2, guests.Select(guest => guest.Person.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --hidden")]
    public async Task GuestWithACommentAlone_HasNotAnswered(string flags)
    {
        using var room = new Room();
        await room.Opens("Mara", Times + flags);
        var page = await room.Page(await room.Invites("Mara", "Anna Berg"));
        await room.Sends(page, ("comment", "later"));
        Assert.Contains("• Anna Berg: has not answered\n", await room.Says("Mara", "/poll guests 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameNameAgain_IsTheSameGuestWithTheSameLink()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        Assert.Contains("for Anna Berg, for you alone. As before.", await room.Says("Mara", "/poll guests ANNA berg"), StringComparison.Ordinal);
        Assert.Equal(token, Assert.Single(room.Tokens("Mara")));
        await room.Says("Mara", "/poll guests Ben Ito, Anna Berg");
        Assert.Equal(token, room.Tokens("Mara")[1]);
        Assert.Contains("Who was invited before has the same link.", room.Told("Mara").Last(), StringComparison.Ordinal);
        Assert.Equal(["Anna Berg", "Ben Ito"], room.Poll(1).Guests.Select(guest => guest.Name));
        Assert.Equal(2, room.Guests().Count);
    }

    [Fact]
    public async Task OnlyWhoMayCloseThePoll_InvitesListsAndRevokes()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Invites("Mara", "Anna Berg");
        foreach (var typed in new[] { "/poll guests Ben Ito", "/poll guests", "/poll guests revoke Anna Berg", "/poll guests remove all" })
            Assert.Equal("That is for who opened Poll 1, \"TTT July\", or chairs: Mara.", await room.Says("Luna", typed));
        Assert.Single(room.Guests());
        Assert.Empty(room.Told("Luna"));
    }

    [Theory]
    [InlineData("/poll guests 1 anna@example.org", "is an address and no name. I send no mail")]
    [InlineData("/poll guests 1 ?!", "is no name")]
    [InlineData("/poll guests 1 123", "is no name")]
    [InlineData("/poll guests or none? | yes | no", "is no name")]
    [InlineData("/poll guests 1 ,", "Who is to answer? For example: /poll guests 3 Anna Berg, Ben Ito")]
    [InlineData("/poll guests 2 Anna Berg", "There is no poll 2.")]
    [InlineData("/poll guests revoke", "Whose link is to end?")]
    [InlineData("/poll guests revoke Anna", "has no guest whose link stands")]
    [InlineData("/poll guests", "has no guests. To invite some: /poll guests 1 Anna Berg, Ben Ito")]
    [InlineData("/poll guests 1 Luna", "Luna is in this group and answers Poll 1")]
    [InlineData("/poll guests 1 mara", "Mara is in this group")]
    public async Task Mistake_IsAnsweredInWords(string typed, string answer)
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Says("Luna", "/polls");
        Assert.Contains(answer, await room.Says("Mara", typed), StringComparison.Ordinal);
        Assert.Empty(room.Guests());
    }

    [Fact]
    public async Task TooLongOrTooMany_IsRefused_AndNothingIsKept()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        Assert.Contains("has 61 characters; a guest's name has up to 60", await room.Says("Mara", "/poll guests 1 " + new string('a', 61)), StringComparison.Ordinal);
        Assert.Contains("Up to 40 guests", await room.Says("Mara", "/poll guests 1 " + Names(0, 41)), StringComparison.Ordinal);
        Assert.Empty(room.Guests());
        await room.Says("Mara", "/poll guests 1 " + Names(0, 40));
        await room.Says("Mara", "/poll guests 1 " + Names(40, 40));
        Assert.Contains("takes up to 100 guests", await room.Says("Mara", "/poll guests 1 " + Names(80, 21)), StringComparison.Ordinal);
        Assert.Equal(80, room.Guests().Count);
        Assert.Contains("up to 40 guests are ended at a time, not of 80", await room.Says("Mara", "/poll guests 1 revoke all"), StringComparison.Ordinal);
        Assert.Contains("have ended", await room.Says("Mara", "/poll guests 1 revoke " + Names(0, 40)), StringComparison.Ordinal);
        Assert.Equal(40, room.Poll(1).Guests.Length);
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("everybody")]
    [InlineData("Zed")]
    public async Task NameThatFitsNobody_EndsNoLink(string name)
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Says("Mara", "/poll guests 1 Anna Berg, Carl");
        Assert.Contains("none of the guests", await room.Says("Mara", "/poll guests 1 revoke " + name), StringComparison.Ordinal);
        Assert.Equal(2, room.Poll(1).Guests.Length);
        Assert.Contains("have ended", await room.Says("Mara", "/poll guests 1 revoke all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuestsWhoseLinksHaveEnded_AreCountedToo()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        for (var round = 0; round < 5; round++)
        {
            await room.Says("Mara", "/poll guests 1 " + Names(40 * round, 40));
            await room.Says("Mara", "/poll guests 1 revoke " + Names(40 * round, 40));
        }
        Assert.Contains("takes up to 100 guests", await room.Says("Mara", "/poll guests 1 " + Names(200, 1)), StringComparison.Ordinal);
        Assert.DoesNotContain("takes up to", await room.Says("Mara", "/poll guests 1 " + Names(0, 40)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TalkAboutGuests_IsLeftAlone()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        Assert.Equal("", await room.Says("Mara", "poll guests are welcome to join us for lunch"));
        Assert.Empty(room.Guests());
    }

    [Fact]
    public async Task ClosedPoll_TakesNoGuests_ButListsAndEndsTheirLinks()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        await room.Says("Mara", "/poll close");
        Assert.Contains("is closed since", await room.Says("Mara", "/poll guests 1 Ben Ito"), StringComparison.Ordinal);
        Assert.Contains("• Anna Berg: has not answered", await room.Says("Mara", "/poll guests 1"), StringComparison.Ordinal);
        Assert.Contains("is not open any more: what was answered is counted", await room.Says("Mara", "/poll guests 1 remove Anna Berg"), StringComparison.Ordinal);
        await room.Says("Mara", "/poll guests 1 revoke Anna Berg");
        Assert.Equal(new FoundBallot(null, Known: true), await room.Finds(token));
    }

    [Fact]
    public async Task HiddenAnswers_AreNotToldByTheList_NorByTakingOneAway()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --anonymous");
        var page = await room.Page(await room.Invites("Mara", "Anna Berg"));
        await room.Sends(page, ("choice", "1"));
        Assert.StartsWith("Guests of Poll 1, \"Which?\":\n• Anna Berg\n", await room.Says("Mara", "/poll guests"), StringComparison.Ordinal);
        Assert.Contains("would tell what was on it", await room.Says("Mara", "/poll guests remove Anna Berg"), StringComparison.Ordinal);
        Assert.Single(room.Ballots(1));
        Assert.DoesNotContain("Anna", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.EndsWith("I can't write to guests. Their links again: /poll guests 1 Anna Berg", await room.Says("Mara", "/poll nudge"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nudge_TellsWhichGuestsAreMissing_AndWritesToNone()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Says("Mara", "/poll guests Anna Berg, Ben Ito");
        var page = await room.Page(room.Tokens("Mara")[1]);
        await room.Sends(page, ("o1", "yes"));
        await room.Votes("Mara", 1, ("o1", "yes"));
        Assert.Equal(
            "Not yet: Anna Berg (guest). I can't write to guests. Their links again: /poll guests 1 Anna Berg",
            await room.Says("Mara", "/poll nudge"));
        await room.Advance(60 * 24 * 3);
        Assert.DoesNotContain(room.Bot.Channel.Sent, sent => sent.Message.Recipient?.IsGuest == true);
    }

    private static string Names(int from, int count) =>
        string.Join(", ", Enumerable.Range(from, count).Select(number => $"Guest {(char)('A' + (number / 26))}{(char)('a' + (number % 26))}"));
}
