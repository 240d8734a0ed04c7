namespace MeetingBot.Teams.Connector;

/// <summary>
/// Paths of the connector's REST API below the serviceUrl. A whole id is one segment: cut at its <c>;messageid=</c> a
/// reply would start a new post.
/// </summary>
internal static class ConnectorPaths
{
    public const string Conversations = "/v3/conversations";

    public static string Activities(string conversation) => $"/v3/conversations/{Segment(conversation)}/activities";

    public static string Activity(string conversation, string activity) =>
        $"/v3/conversations/{Segment(conversation)}/activities/{Segment(activity)}";

    public static string PagedMembers(string conversation, string? continuation)
    {
        var path = $"/v3/conversations/{Segment(conversation)}/pagedmembers?pageSize=500";
        return continuation is null ? path : $"{path}&continuationToken={Uri.EscapeDataString(continuation)}";
    }

    // No escape keeps a dot segment from climbing, so such an id names nothing.
    private static string Segment(string id) => id is "." or ".." ? "%25" : Uri.EscapeDataString(id);
}
