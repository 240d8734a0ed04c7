using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Agendas;
using MeetingBot.Kit;

namespace MeetingBot.Conversations;

public sealed class CommandTableTests
{
    private static readonly CommandTable Table = MeetingCommands.Reader.Table;
    private static readonly Room Anywhere = new();

    public static TheoryData<string> Words => [.. Table.Forms.Select(form => form.Words)];

    [Theory]
    [MemberData(nameof(Words))]
    public void Example_IsItsOwnCommand_HoweverItIsSaid(string words)
    {
        var form = Table.Forms.Single(form => form.Words == words);
        var bare = form.Example.TrimStart('/');
        var own = Command("/" + bare, addressed: true, bareAllowed: false);

        Assert.IsNotType<Misunderstood>(own);
        Assert.Equal(own?.GetType(), Command(form.Example, addressed: true, bareAllowed: true)?.GetType());
        Assert.Equal(own?.GetType(), Command(bare, addressed: true, bareAllowed: true)?.GetType());
        Assert.Equal(own?.GetType(), Command("/ " + bare.ToUpperInvariant(), addressed: true, bareAllowed: true)?.GetType());
        Assert.Equal(own?.GetType(), Command("  " + bare + ".", addressed: true, bareAllowed: true)?.GetType());
        Assert.Equal(own?.GetType(), Command(bare, addressed: false, bareAllowed: true)?.GetType());
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Button_OfTheWords_IsAnswered(string words)
    {
        var pressed = Anywhere.Pressed("Luna", words, ("number", "1"), ("title", "x"), ("text", "x"));
        Assert.NotNull(MeetingCommands.Reader.Read(pressed));
    }

    [Fact]
    public void WordsAndAliases_AreUniqueAndEachIsFound()
    {
        Assert.All(Table.Forms, form => Assert.DoesNotContain("/", form.Words, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new CommandTable([Table.Forms[1], Table.Forms[1]], _ => null));
    }

    [Theory]
    [InlineData("agenda add Scopes 10m")]
    [InlineData("AGENDA ADD Scopes 10m")]
    [InlineData("Agenda Add: Scopes 10m.")]
    [InlineData("/agenda add Scopes 10m")]
    [InlineData("/Agenda\tadd   Scopes 10m ")]
    [InlineData("add item Scopes 10m")]
    public void OneCommand_HoweverItIsTyped(string said)
    {
        var item = Assert.Single(Assert.IsType<AddAgendaItem>(Command(said, addressed: true, bareAllowed: true)).Items);
        Assert.Equal(("Scopes", 10), (item.Title, item.Timebox!.Value.TotalMinutes));
    }

    [Theory]
    [InlineData("agenda ad Scopes", "agenda add")]
    [InlineData("agneda add Scopes", "agenda add")]
    [InlineData("agenda nxt", "agenda next")]
    [InlineData("metting start", "meeting start")]
    [InlineData("meeting strat", "meeting start")]
    [InlineData("minuts", "minutes")]
    [InlineData("actoins", "actions")]
    [InlineData("setings", "settings")]
    [InlineData("regret Tom", "regrets")]
    public async Task Misspelt_IsAnsweredWithTheNearestAndAnExample(string said, string words)
    {
        using var room = new Room();
        var answer = await room.Asks("Luna", said);
        var form = Table.Forms.Single(form => form.Words == words);
        Assert.Contains($"\"{words}\"", answer, StringComparison.Ordinal);
        Assert.EndsWith("For example: " + form.Example, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what about lunch?")]
    [InlineData("/xyzzy")]
    public async Task NothingNear_IsAnsweredWithHelp(string said)
    {
        using var room = new Room();
        Assert.Contains("Say \"help\" to see what you can do now", await room.Asks("Luna", said), StringComparison.Ordinal);
        Assert.Contains("I do not understand", (await room.Press("Luna", "xyzzy"))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongNonsense_IsQuotedShortly()
    {
        using var room = new Room();
        Assert.InRange((await room.Asks("Luna", new string('x', 100_000))).Length, 50, 400);
    }

    [Theory]
    [InlineData("hello everybody")]
    [InlineData("the agenda is long today")]
    [InlineData("agenda looks good")]
    [InlineData("Apologies for the delay")]
    [InlineData("apologies for the delay")]
    [InlineData("present the results later")]
    [InlineData("actions speak louder than words")]
    [InlineData("http and https: both work")]
    [InlineData("note that we meet on Friday")]
    [InlineData("done with that")]
    [InlineData("go on")]
    [InlineData("skip it")]
    [InlineData("minutes are boring")]
    [InlineData("see https://bot.example/a:b")]
    [InlineData("http://bot.example")]
    [InlineData("at 15:00?")]
    [InlineData("Token-based access is fine")]
    [InlineData("FYI: the door is open")]
    [InlineData("Agreed - fine with me")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Chatter_IsLeftAlone(string said)
    {
        using var room = await Room.InMeeting("One");
        var rows = room.Table.Under(room.Partition, "line").Count;
        Assert.Equal("", await room.Says("Luna", said));
        Assert.Equal(rows, room.Table.Under(room.Partition, "line").Count);
    }

    [Fact]
    public async Task InAChannel_BareWordsAreTalk()
    {
        using var room = await Room.InMeeting("One");
        string[] talk = ["next", "agenda add x", "help", "done 1"];
        foreach (var text in talk) Assert.Equal("", await room.Hears(room.Message("Mara", text) with { Bare = false }));
        Assert.Equal("Now 1. One", await room.Hears(room.Message("Mara", "/next") with { Bare = false }));
        Assert.StartsWith("✓ Noted", await room.Hears(room.Message("Mara", "note: x") with { Bare = false }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ListsOnlyWhatIsAllowedNow()
    {
        using var room = new Room();
        var before = await room.Says("Luna", "help");
        Assert.Contains("/meeting start", before, StringComparison.Ordinal);
        Assert.DoesNotContain("/agenda next", before, StringComparison.Ordinal);

        await room.Says("Mara", "meeting start");
        var (chair, attendee) = (await room.Says("Mara", "help"), await room.Says("Luna", "?"));
        Assert.Contains("you may run it", chair, StringComparison.Ordinal);
        Assert.Contains("• /agenda next", chair, StringComparison.Ordinal);
        Assert.DoesNotContain("• /agenda next", attendee, StringComparison.Ordinal);
        Assert.DoesNotContain("• /meeting start", attendee, StringComparison.Ordinal);
        Assert.Contains("For who chairs (Mara): ", attendee, StringComparison.Ordinal);
        Assert.Equal(await room.Says("Luna", "help"), await room.Asks("Luna", ""));
    }

    [Fact]
    public void Anything_IsReadWithoutAnError()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), (NonNull<string> typed) =>
        {
            Command(typed.Get, false, true);
            Command(typed.Get, true, true);
            foreach (var form in Table.Forms) Command(form.Words + " " + typed.Get, true, true);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1).WithMaxTest(400));
    }

    private static Command? Command(string said, bool addressed, bool bareAllowed) =>
        Table.Read(Anywhere.Message("Luna", said) with { Addressed = addressed, Bare = bareAllowed });
}
