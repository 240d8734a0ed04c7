using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Dates;

/// <summary>The "no"s of a meeting's date.</summary>
public static class DateRefusals
{
    private const string Example = "For example: /meeting on Friday at 15:00";

    public static Refusal Past { get; } = new("That time has passed. " + Example);

    public static Refusal Length { get; } = new(
        $"A meeting takes up to {Phrases.Length(PlannedStart.MostLength)}. For example: /meeting on Friday at 15:00 "
            + "for 90 min");

    public static Refusal NoDate { get; } = new("No date is set. " + Example);

    public static Refusal NoSeries { get; } = new(
        "The group meets by no rule yet. For example: /meeting every second Tuesday at 15:00");

    public static Refusal NoPublicAddress { get; } = new(
        "I have no public address to give a calendar under; the operator sets PublicUrl.");

    public static Refusal NoIndico { get; } = new(
        "I know no Indico in which to prepare a meeting; the operator sets Indico:Url.");

    public static Refusal NoLink { get; } = new("There is no such link. /calendar gives one.");
}
