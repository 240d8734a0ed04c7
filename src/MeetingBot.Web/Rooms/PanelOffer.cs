using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Web.Cards;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// What the panel offers the person who looks: the commands that they would type next. Whether they may is checked
/// when they press.
/// </summary>
/// <param name="Meeting">To start or end the meeting.</param>
/// <param name="Agenda">To run the agenda.</param>
/// <param name="AgendaPost">The post of the live agenda, which shows what answers these.</param>
/// <param name="Done">Closes an open action of theirs, by its number.</param>
public sealed record PanelOffer(
    ImmutableArray<CardButton> Meeting,
    ImmutableArray<CardButton> Agenda,
    string? AgendaPost,
    ImmutableSortedDictionary<int, CardButton> Done)
{
    private static readonly string[] Running = [NextAgendaItem.Form.Words, ExtendTimebox.Form.Words];

    /// <param name="agenda">The live agenda as the person sees it: it holds their buttons.</param>
    /// <param name="agendaPost">The post that carries it.</param>
    public static PanelOffer Of(string room, Person viewer, GroupOverview overview, Card? agenda, string? agendaPost)
    {
        var here = RoomName.Conversation(room);
        ImmutableArray<CardButton> run = overview.StartedAt is null
            ? []
            : [.. agenda?.AllButtons().Where(button => Running.Contains(button.Verb)) ?? []];
        ImmutableArray<CardButton> meeting = (overview.StartedAt, run, overview.Agenda) switch
        {
            (null, _, []) => [],
            (null, _, _) =>
                [here.Button("Start the meeting", StartMeeting.Form.Words) with { Style = ButtonStyle.Primary }],
            (_, [], _) => [],
            _ => [here.Button("End the meeting", EndMeeting.Form.Words) with { Style = ButtonStyle.Danger }],
        };
        return new PanelOffer(meeting, run, agendaPost, overview.OpenActions
            .Where(action => ActionOwners.Include(action.Owners, viewer.Name))
            .ToImmutableSortedDictionary(action => action.Number, action => Close(here, action)));
    }

    /// <summary>Every button, as a text that differs when they do.</summary>
    public string Print() => string.Join(
        '\n', Meeting.Concat(Agenda).Concat(Done.Values).Select(button => button.Title + "?" + CardPress.Write(button))
            .Append(AgendaPost));

    private static CardButton Close(ConversationReference here, OverviewAction action) =>
        here.Button("Done", CompleteAction.Form.Words, ("number", $"{action.Number}"));
}
