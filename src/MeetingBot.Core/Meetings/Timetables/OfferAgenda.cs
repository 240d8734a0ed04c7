using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// Asks whether a timetable that somebody pasted is to be put on the agenda. Nothing is put on unasked.
/// </summary>
/// <param name="Lines">One an item.</param>
public sealed record OfferAgenda(ImmutableArray<string> Lines) : Command
{
    private const int Room = 8_000;
    private const int MostTold = 5;

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var lines = string.Join('\n', Lines);
        var what = $"This looks like an agenda of {Items} items";
        var there = NotePresence.Of(turn, turn.CurrentMeeting());
        if (CardRoom.Bytes(lines) > Room)
            return there with { Tell = $"{what}. To put it on, send it again behind \"agenda add\"." };

        var titles = Lines.Take(MostTold).Select(line => Phrases.Shorten(AgendaLines.Bare(line), 60)).ToList();
        if (Lines.Length > MostTold) titles.Add($"{Lines.Length - MostTold} more");
        var put = turn.Conversation.Button("Put it on the agenda", AddAgendaItem.Form.Words, ("lines", lines))
            with { Style = ButtonStyle.Primary };
        return there with
        {
            ShowCard = new Card($"{what}: put it on?", [new CardText(Phrases.Join(titles))], [put]),
        };
    }

    // "17:00 End" is none.
    private int Items => StartTimes.Of(Lines)?.Count ?? Lines.Length;
}
