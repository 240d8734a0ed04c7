using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Activities;

public sealed class CardActionsTests
{
    [Fact]
    public void ExecuteAndSubmit_MakeTheSamePress()
    {
        var data = JsonNode.Parse(
            """{"verb":"agenda next","item":"3","count":1.50,"sure":false,"x":null,"y":{},"z":[]}""")!;
        var execute = Translated.To<CardAnswer>(Invoke(data: data.DeepClone()));
        var submit = Translated.To<CardAnswer>(Message().Without("text").With("value", data.DeepClone()));

        Assert.Equal(execute.Verb, submit.Verb);
        Assert.Equal(
            execute.Fields.OrderBy(f => f.Key, StringComparer.Ordinal),
            submit.Fields.OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal("1.50", execute.Fields["count"]);
        Assert.Equal("false", execute.Fields["sure"]);
        Assert.Equal(["count", "item", "sure"], execute.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.True(execute.WantsAnswer);
        Assert.False(submit.WantsAnswer);
    }

    [Theory]
    [InlineData("manual", false)]
    [InlineData("automatic", true)]
    [InlineData("other", false)]
    public void Trigger_TellsWhoPressed(string trigger, bool automatic) =>
        Assert.Equal(automatic, Translated.To<CardAnswer>(Invoke(trigger)).Automatic);

    [Fact]
    public void InvokeWithoutATrigger_IsPressedByHand() =>
        Assert.False(Translated.To<CardAnswer>(Invoke().Without("value.trigger")).Automatic);

    [Fact]
    public void VerbOfTheAction_StandsBeforeTheOneInTheData() =>
        Assert.Equal("agenda next", Translated.To<CardAnswer>(
            Invoke(data: new JsonObject { ["verb"] = "forget all" })).Verb);

    [Fact]
    public void VerbOnlyInTheData_IsTaken() =>
        Assert.Equal("agenda back", Translated.To<CardAnswer>(
            Invoke(data: new JsonObject { ["verb"] = "agenda back" }).Without("value.action.verb")).Verb);

    [Theory]
    [InlineData("""null""")]
    [InlineData("""5""")]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("""{"action":"x"}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Http","verb":"x"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":5}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":"y"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"a":"\ud800"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"\ud800"}}""")]
    public void WrongInvokeValue_IsAProblem(string value)
    {
        var json = Invoke().ToJsonString();
        var start = json.IndexOf("\"value\":", StringComparison.Ordinal);
        var activity = ActivityJson.Parse(Encoding.UTF8.GetBytes(json[..start] + "\"value\":" + value + "}"));

        Assert.NotNull(ActivityTranslator.Translate(activity!).Problem);
    }

    [Fact]
    public void SubmitOfAForeignCard_IsIgnored() =>
        Assert.Equal(Translation.Ignored,
            Translated.Of(Message().Without("text").With("value", new JsonObject { ["a"] = "b" })));

    [Theory]
    [InlineData(60, 8_000, true)]
    [InlineData(61, 10, false)]
    [InlineData(1, 8_001, false)]
    public void Fields_AreBounded(int count, int length, bool accepted)
    {
        var data = new JsonObject();
        for (var i = 0; i < count; i++) data[$"field{i}"] = new string('x', i == 0 ? length : 1);

        Assert.Equal(accepted, Translated.Of(Invoke(data: data)).Problem is null);
    }
}
