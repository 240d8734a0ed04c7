using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>Activities that tell of very many people: none is left out, up to the length of a body.</summary>
public sealed class CrowdTests
{
    [Theory]
    [InlineData(501)]
    [InlineData(20_000)]
    public void PeopleAdded_AreAllTakenIn(int count)
    {
        var people = string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"id":"29:{{number}}"}"""));

        var added = Assert.IsType<MembersAdded>(Read($$"""{"type":"conversationUpdate","membersAdded":[{{people}}],"""));

        Assert.Equal(count, added.People.Length);
    }

    [Theory]
    [InlineData("Join", 501)]
    [InlineData("Leave", 15_000)]
    public void PeopleWhoCameOrWent_AreAllTakenIn(string how, int count)
    {
        var people = string.Join(',', Enumerable.Range(0, count).Select(number => $$$"""{"user":{"id":"29:{{{number}}}"}}"""));

        var signal = Assert.IsType<MeetingSignal>(Read(
            $$$"""{"type":"event","name":"application/vnd.microsoft.meetingParticipant{{{how}}}","value":{"members":[{{{people}}}]},"""));

        Assert.Equal(count, signal.People.Length);
    }

    [Fact]
    public void PersonNamedTwice_CountsOnce()
    {
        var added = Assert.IsType<MembersAdded>(Read(
            """{"type":"conversationUpdate","membersAdded":[{"id":"29:a"},{"id":"29:a","name":"Again"},{"id":"29:b"}],"""));

        Assert.Equal(["29:a", "29:b"], added.People.Select(person => person.Id));
    }

    [Fact]
    public void AnotherBot_IsNobody()
    {
        var added = Assert.IsType<MembersAdded>(Read("""{"type":"conversationUpdate","membersAdded":[{"id":"28:polly","name":"Polly"},{"id":"29:b"}],"""));
        Assert.Equal(["29:b"], added.People.Select(person => person.Id));
        Assert.Null(Read("""{"type":"conversationUpdate","membersAdded":[{"id":"28:polly","name":"Polly"}],"""));
    }

    private static Incoming? Read(string start)
    {
        var body = Encoding.UTF8.GetBytes(start + """ "id":"1","conversation":{"id":"19:c"},"from":{"id":"29:luna"}}""");
        Assert.True(body.Length <= ActivityBody.MaxLength);
        return ActivityTranslator.Translate(ActivityJson.Parse(body)!).Incoming;
    }
}
