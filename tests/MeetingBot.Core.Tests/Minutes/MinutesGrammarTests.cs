using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.People;

namespace MeetingBot.Minutes;

public sealed class MinutesGrammarTests
{
    [Theory]
    [InlineData("note: text", MinuteKind.Note, null, "text")]
    [InlineData("NOTE : text", MinuteKind.Note, null, "text")]
    [InlineData("note: ML - text", MinuteKind.Note, "ML", "text")]
    [InlineData("ML - text", MinuteKind.Note, "ML", "text")]
    [InlineData("ML – text", MinuteKind.Note, "ML", "text")]
    [InlineData("ML -text", MinuteKind.Note, "ML", "text")]
    [InlineData("DC- text", MinuteKind.Note, "DC", "text")]
    [InlineData("-DC, text", MinuteKind.Note, "DC", "text")]
    [InlineData("ML-should text", MinuteKind.Note, "ML", "should text")]
    [InlineData("Luna: text", MinuteKind.Note, "Luna", "text")]
    [InlineData("Luna- already started", MinuteKind.Note, "Luna", "already started")]
    [InlineData("DavidC: text", MinuteKind.Note, "DavidC", "text")]
    [InlineData("Mara Lind: text", MinuteKind.Note, "Mara Lind", "text")]
    [InlineData("Élise O'Dwyer: text", MinuteKind.Note, "Élise O'Dwyer", "text")]
    [InlineData("@Luna: text", MinuteKind.Note, "Luna", "text")]
    [InlineData("Topic: Scopes", MinuteKind.Topic, null, "Scopes")]
    [InlineData("subtopic: Scopes", MinuteKind.Topic, null, "Scopes")]
    [InlineData("RESOLVED: text", MinuteKind.Resolution, null, "text")]
    [InlineData("decision: text", MinuteKind.Resolution, null, "text")]
    [InlineData("Agreed: text", MinuteKind.Agreement, null, "text")]
    [InlineData("ACTION: text", MinuteKind.Action, null, "text")]
    [InlineData("action item: text", MinuteKind.Action, null, "text")]
    [InlineData("Action point - text", MinuteKind.Action, null, "text")]
    [InlineData("todo: text", MinuteKind.Action, null, "text")]
    [InlineData("To-do: text", MinuteKind.Action, null, "text")]
    [InlineData("action Bo: send the list by Monday", MinuteKind.Action, null, "Bo: send the list by Monday")]
    [InlineData("ACTION Luna - send it", MinuteKind.Action, null, "Luna - send it")]
    [InlineData("Action - Luna to send it", MinuteKind.Action, null, "Luna to send it")]
    [InlineData("action on Luna and Bo to send it", MinuteKind.Action, null, "on Luna and Bo to send it")]
    [InlineData("Action @Luna Lind: send it", MinuteKind.Action, null, "@Luna Lind: send it")]
    [InlineData("Actions: all to read it", MinuteKind.Action, null, "all to read it")]
    [InlineData("TODO Bo: send it", MinuteKind.Action, null, "Bo: send it")]
    [InlineData("AP: Bo to send it", MinuteKind.Action, null, "Bo to send it")]
    [InlineData("AI: Luna, Bo: send it", MinuteKind.Action, null, "Luna, Bo: send it")]
    [InlineData("AP Bo: send it", MinuteKind.Action, null, "Bo: send it")]
    [InlineData("action luna: send it", MinuteKind.Action, null, "luna: send it")]
    [InlineData("AI: we should wait", MinuteKind.Note, "AI", "we should wait")]
    [InlineData("AP - Bo to send it", MinuteKind.Note, "AP", "Bo to send it")]
    [InlineData("RESOLVED - text", MinuteKind.Resolution, null, "text")]
    [InlineData("ML-agrees", MinuteKind.Note, "ML", "agrees")]
    [InlineData("ML-we agreed, or not", MinuteKind.Note, "ML", "we agreed, or not")]
    [InlineData("Mara Lind-Berg: text", MinuteKind.Note, "Mara Lind-Berg", "text")]
    [InlineData("J. Lind: text", MinuteKind.Note, "J. Lind", "text")]
    [InlineData("IT - text", MinuteKind.Note, "IT", "text")]
    [InlineData("IT: text", MinuteKind.Note, "IT", "text")]
    [InlineData("Luna: see https://bot.example", MinuteKind.Note, "Luna", "see https://bot.example")]
    public void Line_IsRead(string typed, MinuteKind kind, string? speaker, string text) =>
        Assert.Equal(new MinuteText(kind, text, speaker), Assert.Single(MinutesGrammar.Read(typed, out _)));

    [Theory]
    [InlineData("just talk")]
    [InlineData("Note that we meet")]
    [InlineData("note:")]
    [InlineData("ML -")]
    [InlineData("DC - ")]
    [InlineData("Token-based flows")]
    [InlineData("EU-wide rules")]
    [InlineData("EU-based sites")]
    [InlineData("IT-security: we must act")]
    [InlineData("IT-security - we must act")]
    [InlineData("AI-generated text is fine")]
    [InlineData("VO-admin: ask them")]
    [InlineData("UK-hosted services")]
    [InlineData("X-Road - the data exchange")]
    [InlineData("X-Road: the data exchange")]
    [InlineData("The X-Road - the data exchange")]
    [InlineData("Our Plan: to wait")]
    [InlineData("E-mail: broken")]
    [InlineData("E- mail")]
    [InlineData("Q: what is it?")]
    [InlineData("Follow-up: none")]
    [InlineData("Action required: please answer")]
    [InlineData("Action Plan: see the page")]
    [InlineData("Actions speak louder")]
    [InlineData("action plan: see the page")]
    [InlineData("action see https://bot.example")]
    [InlineData("Action to share a document")]
    [InlineData("action:")]
    [InlineData("Actions:")]
    [InlineData("AP:")]
    [InlineData("FYI: text")]
    [InlineData("PS: text")]
    [InlineData("Re: text")]
    [InlineData("https://bot.example/x")]
    [InlineData("Https://bot.example/x")]
    [InlineData("mailto:a@bot.example")]
    [InlineData("15:00 works")]
    [InlineData("At 15:00 works")]
    [InlineData("Friday: no")]
    [InlineData("Hello - good to see you")]
    [InlineData("C++ - fine")]
    [InlineData("lower: text")]
    [InlineData("One Two Three Four: text")]
    [InlineData("...")]
    [InlineData("…")]
    [InlineData("- a bullet")]
    [InlineData(":-)")]
    [InlineData("")]
    public void Talk_IsLeftAlone(string typed) => Assert.Empty(MinutesGrammar.Read(typed, out _));

    [Theory]
    [InlineData("… goes on", "goes on")]
    [InlineData("...goes on", "goes on")]
    [InlineData("… * bullet", "* bullet")]
    public void Continuation_IsRead(string typed, string text) =>
        Assert.Equal(new MinuteText(MinuteKind.Note, text, Continues: true), Assert.Single(MinutesGrammar.Read(typed, out _)));

    [Fact]
    public void FollowingLines_BelongToTheFirst()
    {
        var lines = MinutesGrammar.Read("ML - list:\r\n* one\n\n** two\nDC: no\nTopic: T\nplain", out _);
        Assert.Equal(
            ["ML|list:|False", "|* one|True", "|** two|True", "DC|no|False", "|T|False", "|plain|False"],
            lines.Select(line => $"{line.Speaker}|{line.Text}|{line.Continues}"));
    }

    [Fact]
    public void IndentedLine_BelongsToAnAction_APlainOneDoesNot()
    {
        var lines = MinutesGrammar.Read("ACTION: Luna to share it\n   with all sites\n\nACTION: Bo to wait\nthat was all", out _);
        Assert.Equal(
            ["Action|Luna to share it|False", "Note|with all sites|True", "Action|Bo to wait|False", "Note|that was all|False"],
            lines.Select(line => $"{line.Kind}|{line.Text}|{line.Continues}"));
    }

    [Theory]
    [InlineData("ML", "Mara Lind", true)]
    [InlineData("mara", "Mara Lind", true)]
    [InlineData("MaraL", "Mara Lind", true)]
    [InlineData("MVL", "Mara van Lind", true)]
    [InlineData("ML", "Mara van Lind", true)]
    [InlineData("Mara Lind ", "mara lind", true)]
    [InlineData("Lind", "Mara Lind", false)]
    [InlineData("M", "Mara Lind", false)]
    [InlineData("ML", "Mara", false)]
    [InlineData("", "Mara", false)]
    [InlineData("ML", "", false)]
    public void ShortForm_MeansTheName(string shortForm, string name, bool means) => Assert.Equal(means, Names.Means(shortForm, name));

    [Theory]
    [MemberData(nameof(Quickly.PieceNames), MemberType = typeof(Quickly))]
    public void LongText_IsReadQuickly(string piece) => Quickly.Reads(piece, text =>
    {
        foreach (var line in MinutesGrammar.Read(text, out _).Take(10)) Assert.NotEmpty(line.Text);
        foreach (var line in MinutesGrammar.ReadAs(MinuteKind.Note, text).Lines.Take(10)) Assert.NotNull(line.Text);
        foreach (var line in MinutesGrammar.ReadWhole("Attending: A" + text).Lines.Take(10)) Assert.NotNull(line.Text);
        foreach (var line in MinutesGrammar.ReadWhole(text).Lines.Take(10)) Assert.NotNull(line.Text);
        Assert.False(MinutesGrammar.IsWorded(text) && MinutesGrammar.IsWorded(text + "?"));
    });
}
