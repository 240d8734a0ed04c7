namespace MeetingBot.Calendars;

/// <summary>
/// How much work all rules of one file may make together. Limits for each event are not enough: a file has thousands
/// of them, and a rule that never fits gives no start that could be counted.
/// </summary>
/// <param name="days">So many days may be looked at by rules.</param>
/// <param name="changes">So many changes of clocks may be read.</param>
public sealed class ExpansionBudget(
    int days = ExpansionBudget.MostDays, int changes = ExpansionBudget.MostChanges)
{
    /// <summary>Enough for eight hundred daily series over four months.</summary>
    public const int MostDays = 100_000;

    /// <summary>Enough for fifty zones with two changes a year over two centuries.</summary>
    public const int MostChanges = 20_000;

    /// <summary>Days, weeks, months and years that were looked at.</summary>
    public int Periods { get; private set; }

    /// <summary>Days that were looked at within them.</summary>
    public int Days { get; private set; }

    /// <summary>Changes of clocks that were read.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether something was left out for it.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Whether one more period may be looked at, which takes so many days.</summary>
    internal bool TakePeriod(int cost)
    {
        if (IsSpent || Days + cost > days) return !(IsSpent = true);
        Days += cost;
        Periods++;
        return true;
    }

    /// <summary>Whether one more change of clocks may be read.</summary>
    internal bool TakeChange()
    {
        if (IsSpent || Changes >= changes) return !(IsSpent = true);
        Changes++;
        return true;
    }
}
