using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// What a calendar is given for: alone with the bot, or behind "busy", somebody's busy times; in the group's own
/// conversation, or behind "agenda", an agenda.
/// </summary>
internal static class GivenCalendar
{
    /// <summary>The command, or null where it was not given to the bot.</summary>
    public static Command? Read(PastedCalendar given)
    {
        var message = given.Message;
        var words = given.Words.ToLowerInvariant();
        var busy = words is "busy" or "busy times" or "my busy times";
        var agenda = words is "agenda" or "agenda add";
        if (!(busy || agenda || message.Bare || message.Addressed)) return null;
        if (given.Problem is { } problem) return new CalendarNotHad(problem);
        var calendar = CalendarReader.Read(given.Content.ToArray());
        return busy || (!agenda && message.Conversation.Kind is ConversationKind.Personal)
            ? new GiveBusyTimes(calendar)
            : new OfferCalendar(calendar);
    }
}
