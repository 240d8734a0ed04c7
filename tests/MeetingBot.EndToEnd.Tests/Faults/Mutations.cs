using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.EndToEnd.Tests.Kit;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Activities with something wrong in them: one or two members, or the bytes of the whole.</summary>
/// <param name="serviceUrl">Stays as it is in most, so that they come as far as they can.</param>
public sealed class Mutations(string serviceUrl, int seed)
{
    private static readonly string[] Verbs = ["agenda", "agenda next", "agenda add", "settings save", "forget", "x"];
    private static readonly string[] Lines =
    [
        "/agenda add First 15m @Luna", "/agenda go 3", "/agenda move 1 2", "/meeting start", "/meeting status",
        "ACTION: Luna to share by Friday", "note: a line", "/done 1", "/settings zone Europe/Zurich",
        "<at>MeetingBot</at> help", "/minutes", "/export", "\u202e\ud83d\ude00 </script>",
    ];

    private readonly Random random = new(seed);
    private int count;

    /// <summary>The next body, JSON or nearly.</summary>
    public byte[] Next()
    {
        var activity = Base();
        for (var times = random.Next(1, 3); times > 0; times--) Mutate(activity);
        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString());
        if (random.Next(5) == 0) Spoil(ref bytes);
        return bytes;
    }

    private JsonObject Base()
    {
        var chat = Activities.GroupChat($"mutated-{random.Next(4)}");
        var id = $"mutated-{++count}";
        switch (random.Next(6))
        {
            case 0: return Pressed(chat, id);
            case 1: return Changed(chat, id);
            case 2: return Event(chat, id);
            default: return Activities.Message(serviceUrl, chat, "Mara", id, Pick(Lines));
        }
    }

    private JsonObject Pressed(string chat, string id) => Activities.Pressed(
        serviceUrl, chat, "Mara", id, Pick(Verbs), ("title", "T"), ("minutes", "5"), ("seen", "1"));

    private JsonObject Changed(string chat, string id)
    {
        var type = random.Next(2) == 0 ? "conversationUpdate" : "installationUpdate";
        var activity = Activities.Bare(type, serviceUrl, chat, "Mara", id);
        var tom = new JsonObject { ["id"] = "29:Tom", ["name"] = "Tom" };
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, tom);
        activity["action"] = "add";
        return activity;
    }

    private JsonObject Event(string chat, string id)
    {
        string[] names =
        [
            "application/vnd.microsoft.meetingStart", "application/vnd.microsoft.meetingEnd",
            "application/vnd.microsoft.meetingParticipantJoin", "application/vnd.microsoft.meetingParticipantLeave",
        ];
        var activity = Activities.Bare("event", serviceUrl, chat, "Mara", id);
        activity["name"] = Pick(names);
        activity["value"] = new JsonObject
        {
            ["Id"] = "call-1",
            ["Title"] = "Kick-off",
            ["StartTime"] = "2026-01-01T10:00:00Z",
            ["members"] = new JsonArray(new JsonObject
            {
                ["user"] = new JsonObject { ["id"] = "29:Tom", ["name"] = "Tom" },
                ["meeting"] = new JsonObject { ["inMeeting"] = true, ["role"] = "Organizer" },
            }),
        };
        return activity;
    }

    // Goes down to a member by chance and puts something else in its place.
    private void Mutate(JsonObject activity)
    {
        var place = activity;
        while (true)
        {
            var name = Pick([.. place.Select(member => member.Key).DefaultIfEmpty("text")]);
            if (place[name] is JsonObject { Count: > 0 } inner && random.Next(4) > 0)
            {
                place = inner;
                continue;
            }
            if (name == "serviceUrl" && random.Next(4) > 0) return;
            if (random.Next(6) == 0) place.Remove(name);
            else place[name] = Odd();
            return;
        }
    }

    private JsonNode? Odd() => random.Next(14) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(random.Next(-9, 9)),
        3 => JsonValue.Create(1e300),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => new JsonArray(null, new JsonArray(null, 1, "x"), new JsonObject { ["id"] = null }),
        7 => JsonValue.Create(""),
        8 => JsonValue.Create(new string('x', random.Next(1, 20_000))),
        9 => JsonValue.Create("\0\u0001\u2028\u202e\ufeff"),
        10 => JsonValue.Create("../../%2e%2e/?#[x](javascript:alert(1))"),
        11 => JsonValue.Create("<at>x</at><at>MeetingBot"),
        12 => JsonValue.Create(string.Concat(Enumerable.Repeat("\ud83d\ude00\n", random.Next(1, 500)))),
        _ => Nested(random.Next(1, 200)),
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonObject();
        for (; depth > 0; depth--) node = depth % 2 == 0 ? new JsonArray(node) : new JsonObject { ["data"] = node };
        return node;
    }

    private void Spoil(ref byte[] bytes)
    {
        if (random.Next(3) == 0) Array.Resize(ref bytes, random.Next(bytes.Length));
        else
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
    }

    private string Pick(string[] some) => some[random.Next(some.Length)];
}
