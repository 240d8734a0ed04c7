namespace MeetingBot.Risks;

/// <summary>The whole numbers that a score is one of.</summary>
public sealed record Scale(int Lowest, int Highest)
{
    /// <summary>1 to 5.</summary>
    public static Scale Five { get; } = new(1, 5);

    /// <summary>Between its ends: 4 on a scale of 1 to 5.</summary>
    public int Width => Highest - Lowest;

    public bool Has(int value) => value >= Lowest && value <= Highest;
}
