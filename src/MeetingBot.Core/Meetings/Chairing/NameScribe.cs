using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Meetings.Chairing;

/// <summary>
/// Makes somebody the scribe of the running meeting, whose every line is minutes; or nobody; or tells who it is.
/// Anyone may. There is one at a time, until the meeting ends.
/// </summary>
/// <param name="Who">Empty to be told who it is, <c>off</c> for nobody.</param>
/// <param name="Asked">It can't be talk: that nobody has this name is then answered.</param>
public sealed record NameScribe(string Who, bool Asked = true) : Command<MemberState>
{
    // Of those who have been it; more than that take no minutes.
    private const int MostNames = 10;
    private const string Off = "off";

    public static CommandForm Form { get; } = new(
        "scribe", "[me|@name|off]", "/scribe me", "keeps every line you type, as minutes", Read)
    {
        Aliases = ["scribe?", "who scribes", "who scribes?", "who is the scribe", "who is the scribe?"],
        Moment = Moment.InMeeting,
        HeadsLines = true,
    };

    public override Decision Decide(MemberState state, Turn turn)
    {
        var meeting = state.Meeting;
        if (Who.Length == 0 || Who == Off)
        {
            if (!meeting.Running) return MeetingRefusals.NotRunning;
            if (meeting.Scribe is not { } current)
                return Decision.Says("Nobody is the scribe. To have all your lines kept: /scribe me");
            return Who.Length == 0 ? Decision.Says($"{current.Name} is the scribe{How(current)}") : Ended(current, turn);
        }

        var found = state.Find(Who, turn);
        if (found is null && !Asked) return NotePresence.Of(turn, meeting);
        if (!meeting.Running) return MeetingRefusals.NotRunning;
        if (found is not { } scribe) return MeetingRefusals.UnknownPerson(Who);
        if (meeting.Scribe?.Key == scribe.Key)
            return Decision.Says($"{scribe.Name} is the scribe already{How(scribe)}");

        var instead = meeting.Scribe is { } last ? $", instead of {last.Name}" : "";
        var before = meeting.ScribeNames;
        var names = before.Contains(scribe.Name) ? before : before.Add(scribe.Name);
        return new Decision
        {
            Changes = [turn.Change(meeting with { Scribe = scribe, Scribes = [.. names.Take(MostNames)] })],
            Marks = [Attendance.Present(meeting.Number, scribe)],
            Tell = $"{scribe.Name} is the scribe now{instead}{How(scribe)}",
        };
    }

    private static Decision Ended(Person scribe, Turn turn) => new()
    {
        Changes = [turn.Change(turn.CurrentMeeting() with { Scribe = null })],
        Tell = $"{scribe.Name} is no longer the scribe: lines without a label are talk again.",
    };

    private static string How(Person scribe) =>
        $": every line that {scribe.Name} types goes into the minutes, and only decisions and actions are confirmed. "
            + "/undo takes back the last; /scribe off ends it.";

    private static ParsedCommand Read(CommandInput input)
    {
        var who = input.Text.ToLowerInvariant() switch
        {
            "off" or "none" or "nobody" or "stop" or "end" => Off,
            _ => input.Text,
        };
        // "Scribe is tired" between people is talk.
        return who.Contains('\n') || (input.MayBeTalk && who.Length > 0 && !Names.MayBe(who))
            ? ParsedCommand.Wrong("Who is the scribe? Mention them, or say \"me\" or \"off\".")
            : new NameScribe(who, input.Asked || Names.IsWritten(who));
    }
}
