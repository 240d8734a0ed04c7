using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Chairing;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Starts the meeting: by words, and who says them chairs; or because the platform's call started.</summary>
/// <param name="CallIds">The ids of the platform's call; default for words.</param>
/// <param name="ByPlatform">The platform tells of its own call: nobody chairs yet, and nobody can be asked.</param>
/// <param name="Choice">What becomes of a date that is set for later.</param>
/// <param name="Set">The date that was asked about, as its button carries it; null for typed words.</param>
public sealed record StartMeeting(
    string? Title, ImmutableArray<string> CallIds = default, bool ByPlatform = false,
    StartChoice Choice = StartChoice.None, string? Set = null) : Command
{
    private const int MostActionsShown = 15;

    public static CommandForm Form { get; } = new(
        "meeting start", "[title]", "/meeting start Risk analysis kick-off", "starts the meeting; you chair", Read)
    {
        Aliases = ["start meeting", "start the meeting"],
        Moment = Moment.BeforeMeeting,
    };

    public override Reads Reads(Turn turn)
    {
        var before = turn.CurrentMeeting().Number - 1;
        return AgendaState
            .Names(turn)
            .And(ActionState.Names(turn))
            .And(Tables.Reads.Of(AgendaRows.Of(before)))
            .And(Tables.Reads.OfKeys(MeetingRows.Key(before)));
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var coming = turn.CurrentMeeting();
        if (coming.Running) return ByPlatform ? Attach(coming, turn) : MeetingRefusals.AlreadyRunning(coming);
        if (!ByPlatform && coming.SetForLater(turn.Now) is { } later)
        {
            // Another date has taken the place of the one that was asked about: that one nobody has meant.
            var another = Set is not null && Set != StartQuestion.Mark(later);
            if (Choice is StartChoice.None || (Choice is StartChoice.BringForward && another))
                return StartQuestion.About(later, Title, turn);
            if (Choice is StartChoice.BringForward && !turn.MayRun(coming))
                return MeetingRefusals.RunnersOnly(turn, coming);
            if (Choice is StartChoice.BringForward) coming = StartQuestion.BroughtForward(coming, later, turn.Now);
        }

        var group = turn.Group;
        var token = group.Link.Length > 0 ? group.Link : turn.NewToken();
        var meeting = coming.Starting(turn.Now, turn.Id) with
        {
            Title = Title ?? coming.Title,
            StartedAt = turn.Now,
            Chair = ByPlatform ? null : turn.Actor,
            CallIds = CallIds,
        };
        var first = group.Chairs.IsEmpty && !ByPlatform;
        var settled = group with { Link = token, Chairs = first ? [turn.Actor] : group.Chairs };
        var agenda = AgendaState.Of(meeting, rows);
        var actions = ActionState.From(turn, rows).Open.ToList();
        var greeting = Greeting(meeting, agenda, turn) + (first ? "\n" + FirstChair.Told(turn.Actor) : "");
        // The answer to a press only who pressed sees; how minutes are taken everybody has to know.
        var toAll = ByPlatform || turn.AnsweredInPlace;
        return new Decision
        {
            Changes =
            [
                turn.Change(meeting), Standing.Open(MeetingRows.Door(meeting.Number)),
                .. settled == group ? ImmutableArray<RowChange>.Empty : [turn.Change(settled)],
            ],
            Marks = ByPlatform ? [] : [Attendance.Present(meeting.Number, turn.Actor)],
            Links = group.Link.Length > 0
                ? []
                : [new PageLink(token, "minutes", turn.Conversation.Group, null, group.Epoch)],
            Tell = ByPlatform ? null : toAll ? $"{meeting.Name} has started; you chair." : greeting,
            Messages =
            [
                .. toAll ? [turn.Say(greeting)] : ImmutableArray<Outgoing>.Empty,
                .. OpenActions(actions, turn), .. NotReachedBefore(agenda, turn, rows),
                AgendaCards.Live(agenda, turn) with { Fresh = true },
            ],
        };
    }

    private Decision Attach(Meeting running, Turn turn) => running.CallIds.IsDefault
        ? new Decision { Changes = [turn.Change(running with { CallIds = CallIds })] }
        : Decision.Nothing;

    private static string Greeting(Meeting meeting, AgendaState agenda, Turn turn)
    {
        var chair = meeting.Chair is { } person ? $", chaired by {person.Name}" : "";
        var planned = PlannedTime.Of(agenda with { Meeting = meeting }, turn) is { } time ? $", {time}" : "";
        var next = agenda.Upcoming is { } item
            ? $"The agenda has {Phrases.Count(agenda.Items.Length, "item")}{planned}; take up {item.Number}. "
                + $"{item.Title} with /agenda next."
            : "The agenda is empty; add items with: /agenda add Token lifetimes 15m";
        var staying = StartQuestion.Staying(meeting, turn) is { } said ? said + " " : "";
        return $"{meeting.Name} has started{chair} ({Phrases.Time(turn.Now, turn.Group.TimeZone)} {turn.Group.Zone}). "
            + $"{staying}{next}\n"
            + "I take minutes: write \"note: …\", \"ML - …\" for who speaks, \"RESOLVED: …\", \"ACTION: Luna to … by "
                + "Friday\"; other lines are talk and are not kept, save a scribe's (/scribe me). Close with "
                + "/meeting end.";
    }

    private static IEnumerable<Outgoing> NotReachedBefore(AgendaState agenda, Turn turn, RowSet rows) =>
        rows[MeetingRows.Key(agenda.Meeting.Number - 1)] is { } before
            ? CarryOverOffer.AtStart(AgendaState.Of(MeetingRows.Read(before), rows), agenda, turn)
            : [];

    private static IEnumerable<Outgoing> OpenActions(List<ActionItem> actions, Turn turn)
    {
        if (actions.Count == 0) yield break;
        var lines = actions.Take(MostActionsShown)
            .Select(action => "• " + action.LineOn(turn.Today) + (action.IsOverdue(turn.Today) ? " – overdue" : ""));
        var more = actions.Count > MostActionsShown ? $"\n… and {actions.Count - MostActionsShown} more: /actions" : "";
        yield return turn.Say(
            $"Open from before ({Phrases.Count(actions.Count, "action")}; close one with: /done "
                + $"{actions[0].Number})\n{string.Join('\n', lines)}{more}");
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var title = (input.Field("title") ?? input.Text).Trim('"', '“', '”', ' ').ReplaceLineEndings(" ");
        // "Start the meeting when Luna is here" between people is talk.
        if (input.MayBeTalk && Prose.GoesOn(title))
            return ParsedCommand.Wrong("What is the meeting called? A title, or nothing.");
        (var choice, title) = StartQuestion.Read(input, title);
        return title.Length > Meeting.MostTitle
            ? ParsedCommand.Wrong($"The title has {title.Length} characters; {Meeting.MostTitle} fit.")
            : new StartMeeting(title.Length == 0 ? null : title, Choice: choice,
                Set: input.Field(StartQuestion.SetField));
    }
}
