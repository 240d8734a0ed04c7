namespace MeetingBot.Storage.Copies;

/// <summary>What a table holds, to compare with another.</summary>
/// <param name="Sha256">Hexadecimal, over partition key, row key and data of every row in key order.</param>
public sealed record StoreDigest(long Rows, string Sha256);
