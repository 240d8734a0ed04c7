using MeetingBot.Cards;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Small things that are said of the group and its meeting.</summary>
public sealed class GroupTextsTests
{
    [Fact]
    public async Task ChairWithoutAMeeting_IsToldWhatThereIs()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        Assert.Equal(
            "No meeting is running: who starts one chairs it (/meeting start) and can hand it over then. To make somebody "
                + "a chair of the group: /settings chairs @Luna",
            await room.Says("Mara", "/meeting chair @Luna"));
    }

    [Fact]
    public async Task Settings_OfferNoChoiceOfNone()
    {
        using var room = new Room();
        await room.Says("Mara", "/settings");
        Assert.All(room.Transcript[^1].Card!.Elements().OfType<ChoiceInput>(), choice => Assert.True(choice.Required && choice.Value is not null));
    }
}
