using NodaTime;

namespace MeetingBot.Polls.Slots;

/// <summary>
/// A time that people can agree on: the clock on the wall with its zone, which is what they mean, and the instant that
/// the rules of the zone make of it.
/// </summary>
/// <param name="Wall">Date and time in <paramref name="Zone"/>; midnight of a whole day.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="Start">The same in UTC.</param>
/// <param name="Rules">Version of the zone rules that made it.</param>
/// <param name="WholeDay">A day without a time.</param>
/// <param name="Written">As it was typed.</param>
/// <param name="Literal">The other, literal reading of what was typed: UTC+1 for CET in July.</param>
/// <param name="Warning">What is doubtful about what was typed, with the literal reading.</param>
public sealed record Slot(
    LocalDateTime Wall,
    string Zone,
    Instant Start,
    Duration Length,
    string Rules,
    bool WholeDay = false,
    string Written = "",
    string? Warning = null,
    Instant? Literal = null)
{
    public static readonly Duration UsualLength = Duration.FromHours(1);

    public static readonly Duration MostLength = Duration.FromDays(1) + Duration.FromHours(1);

    public Instant End => Start + Length;
}
