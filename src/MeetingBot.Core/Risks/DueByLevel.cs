using MeetingBot.Risks.Criteria;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>
/// By when a risk is to be treated where nobody says it: as the EGI Software Vulnerability Group does, High in six
/// weeks, Moderate in four months, Low in a year; what lies above High in three days. An accepted risk is looked at
/// again after a year, a high one after half of it.
/// </summary>
public static class DueByLevel
{
    public static Period Of(int? level, RiskCriteria criteria, TreatmentKind kind)
    {
        var high = level >= criteria.HighFrom;
        if (kind is TreatmentKind.Accept) return Period.FromMonths(high ? 6 : 12);
        return level > criteria.HighFrom ? Period.FromDays(3)
            : high ? Period.FromWeeks(6)
            : level == criteria.HighFrom - 1 ? Period.FromMonths(4)
            : Period.FromYears(1);
    }
}
