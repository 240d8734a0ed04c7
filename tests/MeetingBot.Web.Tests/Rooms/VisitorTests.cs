using MeetingBot.Web.Rooms;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class VisitorTests
{
    [Theory]
    [InlineData("Luna", "luna", "Luna")]
    [InlineData("  Noor \t Haddad ", "noor haddad", "Noor Haddad")]
    [InlineData("LUNA", "luna", "LUNA")]
    [InlineData("Tomás", "tomás", "Tomás")]
    [InlineData("a\u202Eb\u0000c", "ab c", "ab c")]
    public void Name_IsTidiedAndFoldedIntoAnId(string typed, string id, string name)
    {
        var person = Visitor.Read(typed, out var complaint);
        Assert.Null(complaint);
        Assert.Equal(("web", "local", id, name), (person!.Platform, person.Tenant, person.Id, person.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B ")]
    [InlineData("meetingBOT")]
    [InlineData("Meeting\u200FBot")]
    public void NoName_IsToldInWords(string typed)
    {
        Assert.Null(Visitor.Read(typed, out var complaint));
        Assert.NotNull(complaint);
    }

    [Fact]
    public void SixtyCharacters_AreAName_OneMoreIsNot()
    {
        Assert.NotNull(Visitor.Read(new string('x', 60), out _));
        Assert.Null(Visitor.Read(new string('x', 61), out var complaint));
        Assert.Contains("60", complaint, StringComparison.Ordinal);
    }
}
