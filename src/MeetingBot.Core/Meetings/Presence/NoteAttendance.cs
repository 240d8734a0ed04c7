using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.People;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Presence;

/// <summary>Writes down who is present or sends regrets, by name. Anyone may.</summary>
public sealed partial record NoteAttendance(ImmutableArray<string> Names, AttendanceKind Kind) : Command
{
    private const string Whose = "Whose regrets? Name them, or say \"me\".";
    private const string Listed = "Whose? Names, with commas between them.";

    public static CommandForm PresentForm { get; } = Form(
        "present", AttendanceKind.Present, "/present Luna, Mara", "writes down who is there", "present+", "attending");

    public static CommandForm RegretsForm { get; } = Form(
        "regrets", AttendanceKind.Regrets, "/regrets Tom", "writes down who can't come", "regrets+", "apologies");

    public override Reads Reads(Turn turn) => KnownPeople.Reads(turn);

    public override Standing? StandsOn(Turn turn) => MemberState.StandsOn(turn);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var state = MemberState.From(turn, rows);
        if (Kind is AttendanceKind.Present && !state.Meeting.Running) return MeetingRefusals.NotRunning;
        if (Names.IsEmpty) return new Refusal($"{Whose} For example: {RegretsForm.Example}");
        var people = Names.Select(name => (Name: name, Person: state.Find(name, turn))).ToList();
        var facts = people.Select(found =>
            new Attendance(found.Person?.Name ?? found.Name.TrimStart('@'), Kind, found.Person))
            .DistinctBy(fact => fact.ToRow(state.Meeting.Number).RowKey).ToList();
        return new Decision
        {
            Changes = [.. facts.Select(fact => fact.ToRow(state.Meeting.Number))],
            Tell = (Kind is AttendanceKind.Present ? "Present: " : "Regrets: ")
                + Phrases.Join([.. facts.Select(fact => fact.Name)])
                + (Kept(facts, KnownPeople.Of(turn, rows)) is { Length: > 0 } kept ? $". {kept}" : ""),
        };
    }

    /// <summary>What is said of initials among them that are kept as typed; empty where there are none.</summary>
    internal static string Kept(IReadOnlyList<Attendance> people, KnownPeople known)
    {
        var names = people.Select(fact => fact.Name).ToList();
        var kept = Initials.Remark(names, known.With(names));
        return kept.Length == 0 ? "" : kept
            + $"; to name them: /{(people.All(fact => fact.Kind is AttendanceKind.Regrets) ? "regrets" : "present")} Luna "
            + "Meyer.";
    }

    private static CommandForm Form(
        string words, AttendanceKind kind, string example, string purpose, params string[] aliases) =>
        new(words, "[names]", example, purpose, input => Read(input, kind))
    {
        Aliases = [.. aliases],
        Moment = kind is AttendanceKind.Present ? Moment.InMeeting : Moment.Always,
        HeadsLines = true,
    };

    private static ParsedCommand Read(CommandInput input, AttendanceKind kind)
    {
        if (IsAmongOthers(input) is { } block) return new RecordLines(block, input.Asked);
        var names = NameLists.Split(From().Replace(input.Text, ""));
        // Who says "present" is; "apologies" alone may be for anything, and nobody sends regrets by a slip of the hand.
        if (names.Length == 0 && kind is AttendanceKind.Present) names = ["me"];
        if (names.Length == 0 && input.MayBeTalk && !IsRegrets(input)) return ParsedCommand.Wrong(Whose);
        // "Apologies for the delay" between people is talk.
        if (input.MayBeTalk && !names.All(name => name is "me" || IsName(name)))
            return ParsedCommand.Wrong(Listed);
        if (names.Any(name => name.Trim('@', ' ').Length == 0)) return ParsedCommand.Wrong(Listed);
        if (names.Length > NameLists.MostNames || names.Any(name => name.Length > Person.MaxName))
            return ParsedCommand.Wrong(
                $"Up to {NameLists.MostNames} names of up to {Person.MaxName} characters, with commas between them.");
        return new NoteAttendance([.. names], kind);
    }

    private static bool IsName(string text) => Meetings.People.Names.IsWritten(text) && !Meetings.People.Names.IsEverybody(text);

    private static bool IsRegrets(CommandInput input) =>
        input.Incoming is IncomingMessage message
            && message.Text.TrimStart().StartsWith("regrets", StringComparison.OrdinalIgnoreCase)
            && !message.Text.TrimEnd().EndsWith(':');

    // "Attending: Luna", and below it "Apologies:" or the minutes themselves.
    private static MinutesBlock? IsAmongOthers(CommandInput input)
    {
        if (!input.Text.Contains('\n') || input.Incoming is not IncomingMessage message) return null;
        var block = MinutesGrammar.ReadBlock(message.Text.TrimStart(' ', '/'));
        var others = input.Text.Split('\n').Skip(1).Any(line => line.Contains(':'));
        return others && !(block.Present.IsEmpty && block.Regrets.IsEmpty) ? block : null;
    }

    [GeneratedRegex(@"^[:\s]*(?:from\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();
}
