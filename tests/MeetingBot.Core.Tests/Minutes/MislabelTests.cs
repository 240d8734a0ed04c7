using MeetingBot.Kit;

namespace MeetingBot.Minutes;

/// <summary>A label with a slip in it is answered; whatever else people write is left alone.</summary>
public sealed class MislabelTests
{
    [Theory]
    [InlineData("RESOLVE: meet on Fridays", "for a resolution: /undo, then RESOLVED: meet on Fridays")]
    [InlineData("RESOVLED: meet on Fridays", "for a resolution: /undo, then RESOLVED: meet on Fridays")]
    [InlineData("Resoled: meet on Fridays", "for a resolution: /undo, then RESOLVED: meet on Fridays")]
    [InlineData("Decison - meet on Fridays", "for a resolution: /undo, then DECISION: meet on Fridays")]
    [InlineData("ACTON: Luna to share the document", "for an action: /undo, then ACTION: Luna to share the document")]
    [InlineData("Acton: Luna to share the document", "for an action: /undo, then ACTION: Luna to share the document")]
    [InlineData("AGRED: assets first", "for an agreement: /undo, then AGREED: assets first")]
    [InlineData("TOPIK: Token lifetimes", "for a topic: /undo, then Topic: Token lifetimes")]
    public async Task TakenForASpeaker_IsSaid_WithWhatToType(string typed, string said)
    {
        using var room = await Room.InMeeting();
        var answer = await room.Says("Luna", typed);
        Assert.StartsWith("✓ ", answer, StringComparison.Ordinal);
        Assert.EndsWith("is taken for who said it; " + said, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acton: Luna to share the document", "for an action: ACTION: Luna to share the document")]
    [InlineData("decison: meet on Fridays", "for a resolution: DECISION: meet on Fridays")]
    [InlineData("acton item: Luna to share", "for an action: ACTION ITEM: Luna to share")]
    [InlineData("AGREE: assets first", "for an agreement: AGREED: assets first")]
    [InlineData("ACTON Luna to share the document", "for an action: ACTION: Luna to share the document")]
    [InlineData("RESOLVD we meet on Fridays", "for a resolution: RESOLVED: we meet on Fridays")]
    [InlineData("RESOLVED we meet on Fridays", "for a resolution: RESOLVED: we meet on Fridays")]
    [InlineData("AGREED that assets come first", "for an agreement: AGREED: that assets come first")]
    [InlineData("RESOLVED; meet on Fridays", "for a resolution: RESOLVED: meet on Fridays")]
    public async Task TakenForTalk_IsSaid_WithWhatToType(string typed, string said)
    {
        using var room = await Room.InMeeting();
        var answer = await room.Hears(room.Message("Luna", typed) with { Bare = false });
        Assert.StartsWith("Not taken into the minutes: ", answer, StringComparison.Ordinal);
        Assert.EndsWith(said, answer, StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Theory]
    [InlineData("we resolve: nothing, as always")]
    [InlineData("resolve this first, please")]
    [InlineData("resolve: is that the word?")]
    [InlineData("Resolve it with Tom and tell me")]
    [InlineData("RESOLVE THIS FIRST please")]
    [InlineData("RESOLVE the conflict first")]
    [InlineData("resolved in the last release")]
    [InlineData("RESOLVED in the last release")]
    [InlineData("RESOLVED, thanks")]
    [InlineData("AGREED with Luna")]
    [InlineData("agree: fine with me")]
    [InlineData("Agree: fine with me")]
    [InlineData("Agree - fine with me")]
    [InlineData("I agree: we wait")]
    [InlineData("decide: red or blue?")]
    [InlineData("Decide soon, please")]
    [InlineData("Decisions: none today")]
    [InlineData("decisions: none today")]
    [InlineData("Actions: none")]
    [InlineData("actions: none")]
    [InlineData("Topics: tokens, keys")]
    [InlineData("action items: none")]
    [InlineData("ACTION required from all of us")]
    [InlineData("ACTION ITEMS ARE OPEN")]
    [InlineData("auction: starts at five")]
    [InlineData("revolution: that is what it is")]
    [InlineData("faction: no")]
    [InlineData("tonic: please")]
    [InlineData("acton is a town")]
    [InlineData("Acton is a town")]
    [InlineData("ACTON STATION is closed")]
    [InlineData("the topik is unclear")]
    [InlineData("toppic is hard to spell")]
    [InlineData("decison is hard to spell")]
    [InlineData("noted: thanks")]
    [InlineData("https://decison.example/x: see there")]
    [InlineData("acton://x")]
    [InlineData("acton: 42")]
    [InlineData("acton:")]
    [InlineData("ACTON")]
    [InlineData("PLEASE look at this")]
    [InlineData("TODAY we wait")]
    [InlineData("option: wait")]
    [InlineData("section: two")]
    [InlineData("motion: to wait")]
    [InlineData("reaction: none")]
    [InlineData("precision: two digits")]
    [InlineData("revision: three")]
    [InlineData("division: sales")]
    [InlineData("version: two")]
    [InlineData("solution: wait")]
    [InlineData("agenda: see above")]
    [InlineData("logic: none")]
    public async Task Talk_IsLeftAlone(string typed)
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Hears(room.Message("Luna", typed) with { Bare = false }));
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Theory]
    [InlineData("Acton: I think we should wait")]
    [InlineData("Tomic: that is right")]
    [InlineData("Thelma: yes, on Fridays")]
    [InlineData("Luna: RESOLVE: meet on Fridays")]
    [InlineData("ML - decison: wait")]
    [InlineData("Auction: it starts at five")]
    [InlineData("Option - wait")]
    public async Task Statement_IsTakenAsItIs(string typed)
    {
        using var room = await Room.InMeeting();
        var answer = await room.Says("Luna", typed);
        Assert.StartsWith("✓ ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("undo", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acton: Luna to share the document")]
    [InlineData("ACTON: Luna to share the document")]
    [InlineData("acton: Luna to share the document")]
    public async Task NameOfSomebodyHere_IsNoSlip(string typed)
    {
        using var room = await Room.InMeeting();
        await room.Says("Bea Acton", "hello");
        Assert.DoesNotContain("ACTION:", await room.Says("Luna", typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlipInABlock_IsSaidOnce_AndInAQuietGroupToo()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Noted 3 lines. \"acton\" is taken as it stands; for an action: /undo, then ACTION: Tom to wait",
            await room.Says("Luna", "ML - we wait\nacton: Tom to wait\nDecison - wait"));
        await room.Says("Mara", "/settings quiet on");
        Assert.Contains("for a resolution: /undo, then RESOLVED: wait", await room.Says("Luna", "RESOLVE: wait"), StringComparison.Ordinal);
        Assert.Equal("", await room.Says("Luna", "ML - we wait"));
    }

    [Fact]
    public async Task WithoutAMeeting_ItIsTalk()
    {
        using var room = new Room();
        Assert.Equal("", await room.Says("Luna", "acton: Luna to share the document"));
        Assert.Equal("", await room.Says("Luna", "RESOLVE: meet on Fridays"));
    }

    [Fact]
    public async Task WhatIsToBeTyped_Works()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "RESOLVE: meet on Fridays");
        await room.Says("Luna", "/undo");
        Assert.Equal("✓ Resolved: meet on Fridays", await room.Says("Luna", "RESOLVED: meet on Fridays"));
        Assert.Equal("meet on Fridays", Assert.Single((await room.Minutes())!.Resolutions).Text);
    }

    [Theory]
    [MemberData(nameof(Quickly.PieceNames), MemberType = typeof(Quickly))]
    public void LongLine_IsReadQuickly(string piece) => Quickly.Reads(piece, text => Mislabels.Read(text));
}
