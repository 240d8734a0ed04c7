using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Meetings;

/// <summary>What somebody says of the date set for later, starting a meeting now.</summary>
public enum StartChoice
{
    /// <summary>Nothing: where there is such a date, it is asked.</summary>
    None,

    /// <summary>It is another meeting: the date stays.</summary>
    DateStays,

    /// <summary>It is that meeting: its date is brought forward to now.</summary>
    BringForward,
}

/// <summary>
/// What is asked of who starts a meeting long before the date that was set: whether it is that one.
/// </summary>
internal static class StartQuestion
{
    /// <summary>Field of a button with the choice.</summary>
    public const string Field = "date";

    /// <summary>Field of a button with the date that was asked about, as <see cref="Mark"/> writes it.</summary>
    public const string SetField = "set";

    private const string Stays = "stays";
    private const string Forward = "forward";

    public static Decision About(PlannedStart set, string? title, Turn turn)
    {
        var day = Phrases.Day(set.Local.Date, turn.Today);
        var text = $"The next meeting is set for {set.Said(turn.Today)}. Is it this one? Nothing has started yet. To "
            + "go on: /meeting start anyway, and that date stays; or /meeting start early, and it is that meeting, "
            + "held now.";
        return new Decision
        {
            Tell = text,
            ShowCard = new Card(
                "Start a meeting now?", [new CardText(text)],
                [Button("Start now, the date stays", Stays), Button($"This is the meeting of {day}", Forward)]),
            Asks = turn.AnsweredInPlace,
        };

        CardButton Button(string label, string choice) => turn.Conversation.Button(
            label, StartMeeting.Form.Words, [(Field, choice), (SetField, Mark(set)), .. Titled(title)]);
    }

    /// <summary>Tells a date from another that has taken its place since it was asked about.</summary>
    public static string Mark(PlannedStart set) => InstantPattern.General.Format(set.At);

    /// <summary>The choice that a button carries or that was typed, and the title that is left.</summary>
    public static (StartChoice Choice, string Title) Read(CommandInput input, string title) =>
        input.Field(Field) is { } pressed
            ? (pressed == Forward ? StartChoice.BringForward : StartChoice.DateStays, title)
            : title.ToLowerInvariant() switch
            {
                "now" => (StartChoice.None, ""),
                "anyway" or "now anyway" => (StartChoice.DateStays, ""),
                "early" or "it early" or "now, early" => (StartChoice.BringForward, ""),
                _ => (StartChoice.None, title),
            };

    /// <summary>The coming meeting with its date brought forward to the minute that it is.</summary>
    public static Meeting BroughtForward(Meeting coming, PlannedStart set, Instant now)
    {
        var local = now.InZone(ZoneRules.Of(set.Zone)).LocalDateTime;
        var minute = local.Date.At(new LocalTime(local.Hour, local.Minute));
        var at = now - Period.Between(minute, local).ToDuration();
        return coming with { Planned = set with { Local = minute, At = at, Sequence = set.Sequence + 1 } };
    }

    /// <summary>What is said of a date that stays; null for none.</summary>
    public static string? Staying(Meeting started, Turn turn) => started.Following is { Cancelled: false } set
        ? $"The meeting of {set.Said(turn.Today)} stays as it is: this is another one."
        : null;

    private static (string, string)[] Titled(string? title) => title is null ? [] : [("title", title)];
}
