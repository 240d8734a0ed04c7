using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>However many were there, a message says as many as it holds and how many more; and the meeting ends.</summary>
public sealed class ManyNamesTests
{
    // Platforms take 80 KB of UTF-16.
    private const int MostCharacters = 40_000;

    [Fact]
    public async Task VeryManyLongNames_DoNotHinderTheEnd()
    {
        using var room = await Room.InMeeting();
        for (var i = 0; i < 27; i++)
            await room.Says("Mara", "/present " + string.Join(", ", Enumerable.Range(0, 50).Select(n => Long(i * 50 + n))));
        for (var i = 0; i < 3; i++)
            await room.Says("Mara", "/regrets " + string.Join(", ", Enumerable.Range(0, 50).Select(n => Long(5_000 + i * 50 + n))));

        var here = await room.Says("Mara", "/who is here");
        Assert.InRange(here.Length, 1_000, MostCharacters / 2);
        Assert.Matches(@"… and 1\d{3} more\. Regrets: .*… and 1\d\d more\.$", here);
        var end = await room.Says("Mara", "/meeting end");
        Assert.Contains("has ended", end, StringComparison.Ordinal);
        var minutes = room.Transcript.Select(said => said.Text).Single(text => text.Contains("Attending:", StringComparison.Ordinal));
        Assert.Matches(@"Attending: .*… and 1\d{3} more  \n", minutes);
        Assert.Matches(@"Apologies: .*… and 1\d\d more  \n", minutes);
        Assert.All(room.Transcript, said => Assert.InRange(said.Text.Length, 0, MostCharacters));
        // The page and the file hold them all.
        Assert.Equal(1_351, (await room.Minutes(1))!.Present.Length);
        Assert.Contains(Long(1_349), MinutesMarkdown.Write((await room.Minutes(1))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargeCallThatAllLeft_IsInTheMinutesWithItsHead()
    {
        using var room = await Room.InMeeting();
        for (var i = 0; i < 3; i++)
        {
            var people = Enumerable.Range(i * 400, 400)
                .Select(n => new SignalPerson(Room.Who($"Participant Numbered {n:0000}"), false)).ToArray();
            await room.Hears(room.Signal(SignalKind.Joined, "c1", people));
            await room.Hears(room.Signal(SignalKind.Left, "c1", people));
        }
        await room.Advance(10);
        await room.Says("Mara", "meeting end");

        var head = room.Transcript.Select(said => said.Text).Single(text => text.Contains("Attending:", StringComparison.Ordinal));
        Assert.InRange(head.Length, 1_000, MostCharacters);
        Assert.Contains("Attending: Mara, Participant Numbered 0000 (left 16:00), ", head, StringComparison.Ordinal);
        Assert.Contains(" more  \nApologies: ", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongAgendaThatWasNotReached_IsNamedAsFarAsItFits()
    {
        using var room = await Room.InMeeting();
        for (var i = 0; i < 6; i++)
            await room.Says("Mara", "/agenda add " + string.Join('\n', Enumerable.Range(0, 20).Select(n => new string('&', 280) + $" {i}-{n}")));
        await room.Says("Mara", "/meeting end");
        Assert.Contains(room.Transcript, said => said.Text.Contains("Not reached: ", StringComparison.Ordinal));
        Assert.All(room.Transcript, said => Assert.InRange(said.Text.Length, 0, MostCharacters));
    }

    private static string Long(int number) => $"{number:00000}" + new StringBuilder().Insert(0, "議", 115);
}
