using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>One round as it was read, with its assessment and what was read beside it.</summary>
public sealed record RoundState(ScoringRound Round, Row Row, AssessmentState Of)
{
    /// <summary>The round as the rows tell it; null where they hold none, or not its assessment.</summary>
    public static RoundState? In(RowSet rows, OpenRound round) =>
        rows[RiskRows.Key(round.Assessment)] is { } assessment
        && rows[RiskRows.RoundKey(round.Assessment, round.Number)] is { } row
            ? new RoundState(
                RiskRows.ReadRound(row), row,
                new AssessmentState(RiskRows.ReadAssessment(assessment), assessment, rows))
            : null;

    public Assessment Assessment => Of.Assessment;

    public RowSet Rows => Of.Rows;

    /// <summary>Scores are taken while the round stands.</summary>
    public Standing WhileOpen => new(RiskRows.Door(Round.Assessment, Round.Number), Row);

    /// <summary>The guests who score in it by a link.</summary>
    public GuestBook Guests => RoundGuests.Of(new OpenRound(Round.Assessment, Round.Number));

    /// <summary>How far everybody has got, where it was read.</summary>
    public IEnumerable<RoundProgress> Progress =>
        Rows.In(RiskRows.ProgressOf(Round.Assessment, Round.Number)).Select(RiskRows.ReadProgress);

    /// <summary>How far the person has got; nobody has answered anything at first.</summary>
    public RoundProgress ProgressOf(Person person) =>
        Rows[RiskRows.ProgressKey(Round.Assessment, Round.Number, person.Key)] is { } row
            ? RiskRows.ReadProgress(row) with { Member = person }
            : new RoundProgress(person, "");

    /// <summary>The person's own answer to one risk, where it was read.</summary>
    public RiskScore? ScoreOf(string risk, Person person) =>
        Rows[RiskRows.ScoreKey(Round.Assessment, Round.Number, risk, person.Key)] is { } row
            ? RiskRows.ReadScore(row)
            : null;

    /// <summary>
    /// Who is asked: those who were named, or everybody known in the group, and the guests; observers are not. In the
    /// order of their keys.
    /// </summary>
    public IReadOnlyList<Person> Asked() =>
    [
        .. AskedMembers().Concat(Round.Guests.IsDefault ? [] : Round.Guests)
            // Who was named and was forgotten since counts as before.
            .Concat(Round.Members.IsDefault ? [] : Round.Members.Where(person => person.IsFormer))
            .OrderBy(person => person.Key.Value, StringComparer.Ordinal),
    ];

    /// <summary>The member of that key among them; null for none.</summary>
    /// <remarks>Of the rows of members it looks at theirs alone.</remarks>
    public Person? AskedMember(PersonKey member)
    {
        var known = Rows[GroupRows.MemberKey(member)] is { } row && GroupRows.ReadMember(row) is var read
            && GroupRows.IsMember(read, Round.Home) ? read : null;
        var named = Round.Members.IsDefaultOrEmpty
            ? Assessment.CommunityOf(member)?.Members.First(person => person.Key == member)
            : Round.Members.FirstOrDefault(person => person.Key == member);
        var meant = named is not null || Round.Members.IsDefaultOrEmpty ? known ?? named : null;
        return meant is { IsGuest: false, IsFormer: false } && Round.Asks(member) ? meant : null;
    }

    /// <summary>Those of them to whom the bot can write: a guest has a link and no chat.</summary>
    public IReadOnlyList<Person> AskedMembers()
    {
        var members = Rows.In(GroupRows.Members).Select(GroupRows.ReadMember)
            .Where(person => GroupRows.IsMember(person, Round.Home)).ToDictionary(person => person.Key);
        // Who was named for a community belongs to the group, whether they have ever written to the bot or not.
        var meant = Round.Members.IsDefaultOrEmpty
            ? members.Values.Concat(Assessment.Communities.SelectMany(community => community.Members))
                .Where(person => !person.IsGuest).DistinctBy(person => person.Key)
            : Round.Members.Select(person => members.GetValueOrDefault(person.Key, person));
        return [.. meant.Where(person => !person.IsFormer && Round.Asks(person.Key))
            .OrderBy(person => person.Key.Value, StringComparer.Ordinal)];
    }
}
