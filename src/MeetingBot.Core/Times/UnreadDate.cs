namespace MeetingBot.Times;

/// <summary>What is written as a day and is none by which something can be done.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Instead">How a day to come is written: <c>28 February</c>.</param>
/// <param name="Past">It is a day, and past.</param>
public sealed record UnreadDate(string Typed, string Instead, bool Past = false)
{
    /// <summary>The other day that it may be, as <c>4/7</c> may.</summary>
    public string? Or { get; init; }
}
