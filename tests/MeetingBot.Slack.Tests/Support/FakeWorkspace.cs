using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>A workspace: its people, its channels with their members, and the bot in it.</summary>
internal sealed record FakeWorkspace(string Team, string Token, string Bot)
{
    public ConcurrentDictionary<string, FakeUser> Users { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, FakeConversation> Channels { get; } = new(StringComparer.Ordinal);

    public FakeWorkspace With(string user, string name, string zone = "Europe/Zurich")
    {
        Users[user] = new FakeUser(name, zone);
        return this;
    }

    /// <summary>Somebody of another workspace, in a channel that both share.</summary>
    public FakeWorkspace WithStranger(string user, string name, string? chat)
    {
        Users[user] = new FakeUser(name, null, chat);
        return this;
    }

    public FakeWorkspace WithChannel(string channel, params string[] members)
    {
        Channels[channel] = new FakeConversation([.. members]);
        return this;
    }
}

/// <param name="Zone">Null for who is of another workspace, of whom that is not told.</param>
/// <param name="Chat">The error with which a chat with the bot is refused; null where there may be one.</param>
internal sealed record FakeUser(string Name, string? Zone, string? Chat = null)
{
    /// <summary>The error that stands for what is told of them; null for none.</summary>
    public string? Untold { get; init; }

    public bool Deactivated { get; init; }
}

/// <param name="Members">The ids of those in it, the bot's own among them.</param>
internal sealed record FakeConversation(HashSet<string> Members)
{
    public bool Archived { get; set; }

    /// <summary>When something was last posted.</summary>
    public DateTimeOffset Last { get; set; }
}

/// <summary>Somebody's Home tab as Slack has it now.</summary>
/// <param name="View">As it was published, JSON.</param>
/// <param name="Published">How often it was.</param>
internal sealed record FakeHome(string Hash, string View, int Published)
{
    public JsonNode Json => JsonNode.Parse(View)!;

    /// <summary>All that can be read in it, a line for each text.</summary>
    public string All => string.Join('\n', BlockNodes.All(Json)
        .Select(node => node["text"] as JsonValue ?? node["channel_id"] as JsonValue)
        .OfType<JsonValue>().Select(text => text.ToString()));
}

/// <summary>A message as Slack has it now.</summary>
/// <param name="Only">Who alone sees it; null for all.</param>
internal sealed record FakeMessage(string Team, string Channel, string Ts, string Text, string Blocks)
{
    public string? Thread { get; init; }

    public string? Only { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>All that can be read in it, a line for each text.</summary>
    public string All => Blocks.Length == 0
        ? Text
        : string.Join('\n', BlockNodes.All(JsonNode.Parse(Blocks)!).Select(node => node["text"])
            .OfType<JsonValue>().Select(text => text.ToString()).Prepend(Text));
}

/// <summary>What is answered in place of what was asked; status 0 cuts off, before anything is done; -1 never answers.</summary>
internal sealed record FakeFailure(int Status, string? Error = null, int? RetryAfter = null);
