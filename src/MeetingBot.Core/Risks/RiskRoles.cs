using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>Who may do what with an assessment. Checked at every turn.</summary>
public static class RiskRoles
{
    /// <summary>Who began it and the group's chairs. Everybody may add to it and score.</summary>
    public static bool MayRun(this Turn turn, Assessment assessment) =>
        turn.Actor.Key == turn.Main(assessment.Author).Key || turn.Group.IsChair(turn.Actor);

    /// <summary>Names of those who may.</summary>
    public static string Runners(this Turn turn, Assessment assessment) => Phrases.Join(
        [.. turn.Group.Chairs.Prepend(assessment.Author).Select(person => person.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)]);
}
