using System.Text.Json;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>A message that the connector took.</summary>
/// <param name="Method">POST for a new message, PUT for an edit.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="ActivityId">The message that it answers or edits.</param>
public sealed record ConnectorCall(string Method, string Conversation, string? ActivityId, JsonElement Body)
{
    public string Text => Body.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    /// <summary>The id of the bot's conversation with that person alone.</summary>
    public static string PersonalOf(string who) => $"a:{who}";

    /// <summary>As it is asked for: the body of <c>POST /v3/conversations</c>.</summary>
    internal static string PersonalOf(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return PersonalOf(json.RootElement.GetProperty("members")[0].GetProperty("id").GetString()!.Replace("29:", "", StringComparison.Ordinal));
    }

    /// <summary>Reads the path <c>/v3/conversations/{id}/activities[/{id}]</c>; null for any other.</summary>
    public static ConnectorCall? Read(string method, string path, ReadOnlyMemory<byte> body)
    {
        if (path.Split('/') is not ["", "v3", "conversations", var conversation, "activities", .. var rest])
            return null;
        var activity = rest is [var id] ? Uri.UnescapeDataString(id) : null;
        using var json = JsonDocument.Parse(body);
        return new ConnectorCall(method, Uri.UnescapeDataString(conversation), activity, json.RootElement.Clone());
    }
}

/// <summary>What becomes of a call.</summary>
public enum ConnectorAnswer
{
    /// <summary>The message is taken.</summary>
    Taken,

    /// <summary>429, to be tried again after a second.</summary>
    Throttled,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>The connection is cut without an answer.</summary>
    Cut,

    /// <summary>There is never an answer.</summary>
    Never,
}
