using MeetingBot.Kit;
using MeetingBot.Meetings;

namespace MeetingBot.Conversations;

/// <summary>Lines without slash or mention, where commands need none: which are commands, and which are talk.</summary>
public sealed class BareLineTests
{
    [Theory]
    [InlineData("actions speak louder")]
    [InlineData("actions needed")]
    [InlineData("chair is missing a leg")]
    [InlineData("Chair wanted.")]
    [InlineData("chair - is it still broken?")]
    [InlineData("hand over to the next speaker")]
    [InlineData("next week we are away")]
    [InlineData("Next: lunch")]
    [InlineData("next?")]
    [InlineData("end of the story")]
    [InlineData("end?")]
    [InlineData("notes are fine")]
    [InlineData("minutes were sent")]
    [InlineData("back to work")]
    [InlineData("status quo is fine")]
    [InlineData("help is on the way")]
    [InlineData("undo that please")]
    [InlineData("export numbers are up")]
    [InlineData("forget it")]
    [InlineData("extend my thanks to Jens")]
    [InlineData("meeting start is delayed")]
    [InlineData("start the meeting when Luna is here")]
    [InlineData("settings name is wrong")]
    [InlineData("apologies I am late")]
    [InlineData("apologies all")]
    [InlineData("regrets, I have a few")]
    [InlineData("attending the workshop")]
    [InlineData("present company excluded")]
    public async Task Prose_IsTalk_WhoeverSaysIt(string said)
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        var before = room.Table.Under(room.Partition, "now").Select(row => row.ETag);
        Assert.Equal("", await room.Says("Luna", said));
        Assert.Equal("", await room.Says("Mara", said));
        Assert.Equal(before, room.Table.Under(room.Partition, "now").Select(row => row.ETag));
        Assert.Empty(room.Table.Under(room.Partition, "line"));
        Assert.Equal("Luna, Mara", string.Join(", ", (await room.Minutes())!.Present.Concat((await room.Overview()).Present).Distinct()));
    }

    [Theory]
    [InlineData("next", "Now 1. One")]
    [InlineData("Next.", "Now 1. One")]
    [InlineData("next!", "Now 1. One")]
    [InlineData("end", "Kick-off has ended")]
    [InlineData("End.", "Kick-off has ended")]
    [InlineData("chair Luna", "Luna chairs now.")]
    [InlineData("chair luna", "Luna chairs now.")]
    [InlineData("chair: me", "Mara chairs now.")]
    [InlineData("chair Nobody", "I do not know \"Nobody\" here yet.")]
    [InlineData("agenda add x", "Added 2. x")]
    [InlineData("agenda add is this a title?", "Added 2. is this a title?")]
    [InlineData("done 12", "There is no action 12.")]
    [InlineData("actions", "No action is open.")]
    [InlineData("status?", "Kick-off runs since")]
    [InlineData("regrets from Tom and Eva van der Lind", "Regrets: Tom and Eva van der Lind")]
    [InlineData("present: ML, @jens", "Present: ML and jens")]
    public async Task Command_NeedsNoSlash(string said, string answer)
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Luna", "hello");
        Assert.StartsWith(answer, await room.Says("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chair is missing a leg", "I do not know \"is missing a leg\" here yet.")]
    [InlineData("next week we are away", "\"agenda next\" stands alone")]
    [InlineData("help me please", "Kick-off is running")]
    [InlineData("note is it so?", "✓ Noted: is it so?")]
    [InlineData("next?", "Now 1. One")]
    public async Task WithASlashOrAMention_ItIsAlwaysACommand(string said, string answer)
    {
        using var typed = await Room.InMeeting("One");
        Assert.StartsWith(answer, await typed.Hears(typed.Message("Mara", "/" + said) with { Addressed = true }), StringComparison.Ordinal);
        using var mentioned = await Room.InMeeting("One");
        Assert.StartsWith(answer, await mentioned.Asks("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chair is missing a leg")]
    [InlineData("next week we are away")]
    [InlineData("action is needed")]
    [InlineData("minutes were sent")]
    [InlineData("next?")]
    public async Task InAPersonalChat_ProseIsAnswered_AndChangesNothing(string said)
    {
        using var room = await Room.InMeeting("One");
        var personal = room.Message("Mara", said) with { Addressed = true, Conversation = room.Conversation with { Kind = ConversationKind.Personal } };
        Assert.Contains("or example: ", await room.Hears(personal), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "action"));
        Assert.Equal("Mara", (await room.Overview()).ChairName);
        Assert.DoesNotContain((await room.Overview()).Agenda, item => item.State is AgendaItemState.Current);
    }
}
