using System.Collections.Immutable;
using MeetingBot.Cards;

namespace MeetingBot.Meetings.Digests;

/// <summary>What one person owes in one group, in words to them; times in their zone.</summary>
/// <param name="Group">The group's name; null where it has none.</param>
/// <param name="Polls">A line for each poll that they have not answered.</param>
/// <param name="Rounds">A line for each round in which they have not scored everything.</param>
/// <param name="Buttons">One for each round: it brings their card of it.</param>
public sealed record OwedPart(
    string? Group, ImmutableArray<string> Polls, ImmutableArray<string> Rounds, ImmutableArray<CardButton> Buttons);
