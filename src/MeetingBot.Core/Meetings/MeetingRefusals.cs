using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>The "no"s of a meeting.</summary>
public static class MeetingRefusals
{
    public static Refusal NotRunning { get; } = new("No meeting is running. Start one: /meeting start");

    /// <summary>To who writes when the meeting is over: it may be a thing forgotten.</summary>
    public static Refusal NotRunningNow(Meeting coming) => coming.Number == 1
        ? NotRunning
        : new("No meeting is running. Start one: /meeting start; or go on with the last one: /meeting reopen");

    /// <summary>To who would give a chair while no meeting runs.</summary>
    public static Refusal NothingToChair(Person chair) => new(
        "No meeting is running: who starts one chairs it (/meeting start) and can hand it over then. To make somebody a "
            + $"chair of the group: /settings chairs @{chair.Name}");

    public static Refusal NoneEnded { get; } = new("No meeting has ended yet. Start one: /meeting start");

    public static Refusal AlreadyRunning(Meeting meeting) =>
        new($"\"{meeting.Name}\" is running already. To close it first: /meeting end");

    public static Refusal RunnersOnly(Turn turn, Meeting meeting)
    {
        if (meeting.Chair is null && turn.Group.Chairs.IsEmpty) return NobodyChairs;
        var who = $"That is for who chairs: {turn.Runners(meeting)}.";
        return new Refusal(meeting switch
        {
            { Vacant: true, Chair: { } absent } => $"{who} {absent.Name} has left the call: {TakeIt}",
            { Vacant: true } => $"{who} Nobody chairs this meeting yet: {TakeIt}",
            _ => $"{who} A chair can hand over: /meeting chair @{turn.Actor.Name}",
        });
    }

    public static Refusal ChairsOnly(Turn turn) => turn.Group.Chairs.IsEmpty
        ? new("That is for the group's chairs, which nobody is yet: the organiser will be on joining the call, or who "
            + "starts the next meeting by hand with /meeting start.")
        : new($"That is for the group's chairs: {Phrases.Join([.. turn.Group.Chairs.Select(chair => chair.Name)])}.");

    /// <summary>To who would take the chair of a call that they have left.</summary>
    public static Refusal YouLeft { get; } = new($"You have left the call yourself: {TakeIt}");

    /// <summary>Goes behind the name of a new chair who is not there.</summary>
    public const string ButLeft = $", but has left the call: {TakeIt}";

    private const string TakeIt = "who is there may take the chair with /meeting chair me";

    private static Refusal NobodyChairs { get; } =
        new(
            "That is for who chairs, and nobody does yet: the organiser will on joining the call. To take the chair: "
                + "/meeting chair me");

    public static Refusal UnknownPerson(string name) =>
        new(
            $"I do not know \"{Phrases.Shorten(name, 60)}\" here yet. Mention them (@Name), or let them say something "
                + "first.");

    public static Refusal NothingToUndo { get; } = new("There is no line of yours in this meeting to take back.");

    public static Refusal NoMinutes { get; } = new(
        "There are no minutes yet: no meeting was started. Start one: /meeting start");

    public static Refusal NoSuchMeeting(int number) => new($"There is no meeting {number}. The last minutes: /minutes");
}
