using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>Translates an activity as it would come over the wire.</summary>
internal static class Translated
{
    public static Translation Of(JsonNode activity)
    {
        var parsed = ActivityJson.Parse(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        Assert.NotNull(parsed);
        return ActivityTranslator.Translate(parsed);
    }

    public static T To<T>(JsonNode activity) where T : Incoming => Assert.IsType<T>(Of(activity).Incoming);
}
