using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Meetings;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Short texts that differ when what is drawn differs: a page is sent, and replaces, only what changed.
/// </summary>
internal static class Fingerprint
{
    public static string Of(Card card) => Of(JsonSerializer.SerializeToUtf8Bytes(card, RoomJson.Stored.Card));

    public static string Of(GroupOverview overview, PanelOffer offer) => Of(
    [
        .. JsonSerializer.SerializeToUtf8Bytes(overview, RoomJson.Stored.GroupOverview),
        .. Encoding.UTF8.GetBytes(offer.Print()),
    ]);

    private static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
}
