using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>Decisions and actions that minutes word without a label, within a block.</summary>
public sealed class WordedDecisionsTests
{
    [Theory]
    [InlineData("Action to share a document (Luna share) and on all to work on it.", MinuteKind.Action, "share a document (Luna share) and on all to work on it.")]
    [InlineData("Action item to share the list", MinuteKind.Action, "share the list")]
    [InlineData("Action on Luna to share the list", MinuteKind.Action, "on Luna to share the list")]
    [InlineData("Action on the editors to share the list", MinuteKind.Action, "the editors to share the list")]
    [InlineData("Agreement on avoiding overlap.", MinuteKind.Agreement, "avoiding overlap.")]
    [InlineData("Agreed that we do not look at tokens only", MinuteKind.Agreement, "we do not look at tokens only")]
    [InlineData("Agreed to meet on Fridays", MinuteKind.Agreement, "meet on Fridays")]
    [InlineData("Decided on Friday 11th at 16.00 CET.", MinuteKind.Resolution, "Friday 11th at 16.00 CET.")]
    [InlineData("Decided that assets come first", MinuteKind.Resolution, "assets come first")]
    [InlineData("decided to wait until May", MinuteKind.Resolution, "wait until May")]
    public void Decision_IsReadInABlock(string typed, MinuteKind kind, string text)
    {
        Assert.Equal(new MinuteText(kind, text), MinutesGrammar.Read("ML - first\n" + typed, out _)[1]);
        Assert.Empty(MinutesGrammar.Read(typed.Replace("Action on Luna", "Action on luna", StringComparison.Ordinal), out _));
    }

    [Theory]
    [InlineData("Action to be decided")]
    [InlineData("Action to follow")]
    [InlineData("Action to whom?")]
    [InlineData("Actions to come")]
    [InlineData("Action on the tokens")]
    [InlineData("Agreed to disagree")]
    [InlineData("Agreed to that")]
    [InlineData("Agreed to meet on Fridays?")]
    [InlineData("Agreement on the scopes is missing")]
    [InlineData("Agreement on scopes was not reached")]
    [InlineData("Decided on?")]
    [InlineData("Decided in groups")]
    [InlineData("Agreed as we need to be able to")]
    public void WhatMayBeAnother_IsANote(string typed) =>
        Assert.Equal((MinuteKind.Note, typed), Assert.Single(MinutesGrammar.Read("ML - first\n" + typed, out _)[1..].Select(line => (line.Kind, line.Text))));

    [Fact]
    public async Task Action_HasItsOwnerOrNone()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Noted 3 lines, with action 1. unassigned: share a list and 2. Luna: send it. "
                + "Nobody has action 1 yet; to give it to somebody: /action 1 @Luna",
            await room.Says("Luna", "ML - first\nAction to share a list\nAction on Luna to send it"));
    }
}
