using System.Globalization;
using System.Text.Json;
using MeetingBot.Tables;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// The room's own rows in its group's partition: <c>room|head</c>, <c>post|number</c>, <c>posted|delivery</c>.
/// </summary>
internal static class RoomRows
{
    public static string Head { get; } = TableKey.Join("room", "head");

    public static string Post(string id) => TableKey.Join("post", id);

    /// <param name="source"><c>typed</c> or <c>outbox</c>.</param>
    public static string Posted(string source, string deliveryId) => TableKey.Join("posted", source, deliveryId);

    /// <summary>The id of the post with that number.</summary>
    public static string Id(long number) => number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The posts from that one on.</summary>
    public static KeyRange From(string id) => KeyRange.Under("post") with { From = Post(id) };

    public static bool IsId(string text) => text.Length == 10 && text.All(char.IsAsciiDigit);

    public static RoomHead ReadHead(Row row) => JsonSerializer.Deserialize(row.Data.Span, RoomJson.Stored.RoomHead)!;

    public static Post ReadPost(Row row) => JsonSerializer.Deserialize(row.Data.Span, RoomJson.Stored.Post)!;

    public static string ReadPosted(Row row) =>
        JsonSerializer.Deserialize(row.Data.Span, RoomJson.Stored.PostedRow)!.Post;

    public static ReadOnlyMemory<byte> Write(RoomHead head) =>
        Rows.Write(head, RoomJson.Stored.RoomHead);

    public static ReadOnlyMemory<byte> Write(Post post) =>
        Rows.Write(post, RoomJson.Stored.Post);

    public static ReadOnlyMemory<byte> WritePosted(string post) =>
        Rows.Write(new PostedRow(post), RoomJson.Stored.PostedRow);
}
