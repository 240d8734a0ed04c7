using MeetingBot.Calendars;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Busy;

/// <summary>What somebody is told about the busy times that they gave; they alone.</summary>
internal static class BusyAnswers
{
    // As much as each platform lets a card carry.
    private const int MostPasted = 8_000;
    private const int MostPastedInRoom = 20_000;

    /// <summary>What is kept, and what it is for.</summary>
    /// <param name="own">It is for all their groups.</param>
    public static string Kept(KeptBusyTimes kept, bool own, Turn turn)
    {
        if (kept.Until <= turn.Now) return "The busy times that you gave me are over; I keep none to come.";
        var count = kept.Times.Count(time => time.End > turn.Now);
        var until = Phrases.Day(kept.Until.InZone(turn.Group.TimeZone).Date, turn.Today);
        if (count == 0)
            return $"I find no busy time until {until}: what is over, cancelled or marked as free is none.";
        var where = own ? "in a group of yours" : "here";
        return $"I keep {Phrases.Count(count, "busy time")} until {until}, nothing else: no titles, no places. Who "
            + $"sets a date {where} is told how many can't, never who. /busy forget removes them.";
    }

    public static string NoCalendar(Calendar calendar) =>
        $"{calendar.Remarks.FirstOrDefault() ?? "This is a calendar without events."} Nothing of it is kept. I take a "
            + "calendar as programs export it, a file that ends in .ics; for example: /busy";

    /// <summary>A form into which a calendar is pasted; in whichever chat it is sent, there it is kept.</summary>
    public static Card Form(string told, Turn turn) => new(
        "Your busy times",
        [
            new CardText(told),
            new TextInput(
                "calendar", "Your calendar as a file (.ics) has it", Required: true, Error: "Paste the file's text.",
                Placeholder: "BEGIN:VCALENDAR", Multiline: true,
                MaxLength: turn.Conversation.Kind is ConversationKind.Room ? MostPastedInRoom : MostPasted),
        ],
        [
            CardButton.Press("Keep the busy times", ShowBusyTimes.Form.Words)
                with { SendsInputs = true, Style = ButtonStyle.Primary },
        ]);

    /// <summary>The decision, with a warning that only who decided is told; null for none.</summary>
    public static Decision Warned(this Decision decision, string? warning, Turn turn)
    {
        if (warning is null || decision.Refused) return decision;
        return turn.AnsweredInPlace
            ? decision with { Tell = decision.Tell is null ? warning : $"{decision.Tell} {warning}" }
            : decision with { Messages = [.. decision.Messages, turn.Say(warning) with { Recipient = turn.Actor }] };
    }

    /// <summary>Tells the person alone, wherever they asked.</summary>
    public static Decision Alone(string text, Turn turn, Card? card = null)
    {
        if (turn.AnsweredInPlace || turn.Conversation.Kind is ConversationKind.Personal)
            return card is null ? Decision.Says(text) : new Decision { ShowCard = card };
        var message = new Outgoing(turn.Conversation, card?.Title ?? text, Card: card, Recipient: turn.Actor);
        var elsewhere = turn.Conversation.Kind is not ConversationKind.Room;
        return new Decision
        {
            Tell = elsewhere ? "I have answered you alone, in our own chat." : null, Messages = [message],
        };
    }
}
