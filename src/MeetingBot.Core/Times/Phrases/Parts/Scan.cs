using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>What was found in a text.</summary>
/// <param name="BeginsWithItem">Its first word is one of them.</param>
/// <param name="AnyStrange">There are words or numbers that tell nothing about time.</param>
/// <param name="AnyUnread">There are numbers that look like a time and could not be read as one.</param>
internal sealed record Scan(ImmutableArray<Item> Items, bool BeginsWithItem, bool AnyStrange, bool AnyUnread);
