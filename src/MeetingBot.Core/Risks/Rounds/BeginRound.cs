using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.People;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Opens a blind round: everybody who is asked gets a card of their own. Who runs the assessment may.
/// </summary>
/// <param name="Risks">As typed; empty for all.</param>
/// <param name="Until">The deadline as typed; null for none.</param>
/// <param name="For">Names of who is asked; null for everybody.</param>
/// <param name="Observers">Names of who is not.</param>
public sealed partial record BeginRound(string Risks, string? Until, string? For, string? Observers, bool OfResidual)
    : OneAssessment
{
    private const int MostTyped = 4_000;

    // The reveal writes them all at once; what is written of them until then has room.
    private const int MostSize = ITable.MaxBatchData / 2;

    public static CommandForm Form { get; } = new(
        "risk open", "[risks] [until …] [for …] [without …] [residual]", "/risk open TR-1..TR-8 until Friday 18:00",
        "asks everybody for scores, each on a card of their own", Read)
    {
        Aliases = ["risk score all", "risk round", "risk rescore"],
    };

    protected override Reads Beside(int assessment, Turn turn) =>
        AllRisks(assessment).And(Tables.Reads.Of(RiskRows.RoundsOf(assessment))).And(MemberState.Names(turn));

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (turn.OpenRounds().Rounds.Length >= OpenRounds.Most) return RiskRefusals.TooManyRounds;
        if (assessment.Importing is not null) return RiskRefusals.Importing(assessment);
        var (risks, problem) = RiskList.Read(Risks, state);
        if (problem is not null) return problem;
        if (risks.IsEmpty) return RiskRefusals.NoRisks;
        if (risks.Length > ScoringRound.MostRisks) return RiskRefusals.TooManyAtOnce(risks.Length);
        if (risks.Sum(risk => state.SizeOf(risk)) > MostSize) return RiskRefusals.TooLargeAtOnce;
        foreach (var open in state.Rounds.Where(round => round.Open))
            if (open.Risks.Intersect(risks.Select(risk => risk.Id)).ToList() is { Count: > 0 } asked)
                return RiskRefusals.InARound(asked, open);
        if (OfResidual && risks.FirstOrDefault(risk => risk.Treatment is null) is { } untreated)
            return new Refusal($"{untreated.Id} has no treatment yet, after which something could be left. For "
                + $"example: /risk treat {untreated.Id} reduce shorter lifetimes | by developers");
        var deadline = Until is null ? null : Deadline.Read(Until, turn);
        if (deadline?.Problem is { } late) return late;

        var members = MemberState.From(turn, state.Rows);
        var (named, unknown) = NamedPeople.Read(For ?? "", members, turn);
        var (observers, other) = NamedPeople.Read(Observers ?? "", members, turn);
        if ((unknown ?? other) is { } name) return MeetingRefusals.UnknownPerson(name);
        if (named.Length > ScoringRound.MostMembers)
            return new Refusal($"Up to {ScoringRound.MostMembers} members can be named.");

        var round = new ScoringRound(
            assessment.Number, assessment.NextRound, assessment.Generation, [.. risks.Select(risk => risk.Id)],
            turn.Actor,
            turn.Now, deadline?.At, turn.Conversation, For is null ? [] : named, Observers is null ? [] : observers,
            OfResidual, Named: assessment.Named);
        var roster = Rosters.AskIfDue(For is null, turn);
        return new Decision
        {
            Changes =
            [
                RiskRows.Put(assessment with { NextRound = assessment.NextRound + 1 }, state.Rows),
                RiskRows.Put(round, state.Rows), Standing.Open(RiskRows.Door(round.Assessment, round.Number)),
                RiskRows.PutOpen(turn.OpenRounds().With(round), turn),
                .. roster.Changes,
            ],
            Timers = RiskTimers.Opening(round, turn),
            Tell = turn.AnsweredInPlace ? $"Round {round.Number} is open." : null,
            Messages = [RoundCards.Posted(assessment, round, [], [], turn), .. roster.Messages],
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var text = input.Field("risks") ?? input.Text;
        if (text.Length > MostTyped) return ParsedCommand.Wrong($"That is longer than {MostTyped} characters.");
        var residual = Residual().IsMatch(text);
        text = Residual().Replace(text, " ").Trim();
        var parts = Parts().Matches(text);
        var risks = parts.Count == 0 ? text : text[..parts[0].Index];
        string? until = input.Field("until"), members = null, observers = null;
        for (var part = 0; part < parts.Count; part++)
        {
            var from = parts[part].Index + parts[part].Length;
            var value = text[from..(part + 1 < parts.Count ? parts[part + 1].Index : text.Length)].Trim(' ', ',');
            switch (parts[part].Groups[1].Value.ToLowerInvariant())
            {
                case "for" or "to" or "members": members = value; break;
                case "without" or "observers" or "except": observers = value; break;
                default: until = value; break;
            }
        }
        return new BeginRound(risks.Trim().Trim('[', ']').Trim(), until, members, observers, residual);
    }

    [GeneratedRegex(
        @"(?<=^|\s)(until|till|by|for|to(?!\s{1,3}(?:TR\s?-?\s?)?#?[0-9])|members|without|observers|except)(?=\s|:):?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<=^|\s)(?:of\s)?residuals?(?=\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Residual();
}
