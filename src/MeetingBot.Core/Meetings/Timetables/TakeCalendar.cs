using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// Takes one of the things that a calendar offers, by a press; what was not taken yet stays on offer.
/// </summary>
/// <param name="Inner">What taking it is.</param>
/// <param name="Rest">What the same calendar offers beside the agenda; null for nothing.</param>
internal sealed record TakeCalendar(Command Inner, OfferedDate? Rest) : Command
{
    /// <summary>The agenda's button.</summary>
    public static CommandForm AgendaForm { get; } = Form("offered agenda", input =>
    {
        var added = AddAgendaItem.Form.Read(input with { Fields = input.Fields.Remove("title") });
        return added.Command is { } inner ? new TakeCalendar(inner, OfferedDate.Read(input)) : added;
    });

    /// <summary>The date's button.</summary>
    public static CommandForm DateForm { get; } = Form("offered date", input => OfferedDate.Read(input) is { } date
        ? new TakeCalendar(date.Command(), null)
        : ParsedCommand.Wrong("When is the meeting?"));

    public override Reads Reads(Turn turn) => Inner.Reads(turn);

    public override Standing? StandsOn(Turn turn) => Inner.StandsOn(turn);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var done = Inner.Decide(turn, rows);
        if (done.Refused) return done;
        // The offer stays as it is, with what else it has; the date's own card everybody sees below.
        if (Inner is SetMeetingDate && done.ShowCard is { } planned)
            return done with
            {
                Tell = done.Tell is null ? planned.Title : $"{planned.Title}. {done.Tell}", ShowCard = null,
            };
        return Rest?.Button(turn) is { } button
            ? done with { ShowCard = new Card(done.Tell!, [new CardText("Of the calendar this is left:")], [button]) }
            : done;
    }

    private static CommandForm Form(string words, Func<CommandInput, ParsedCommand> read) => new(
        words, "", "/agenda add Token lifetimes 15m", "takes what a calendar offers",
        input => input.IsCard ? read(input) : ParsedCommand.Wrong("That is for a button."))
    {
        Hidden = true,
    };
}
