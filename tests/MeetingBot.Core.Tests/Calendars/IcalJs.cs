using System.Text;
using System.Text.Json.Serialization;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Calendars;

/// <summary>Reads calendars with ical.js, which had no part in writing them.</summary>
public static class IcalJs
{
    public static async Task<ReadCalendar[]> Read(IEnumerable<byte[]> files, int most = 20) =>
        await NodeScript.Run<ReadCalendar[]>(
            "calendars/read.mjs", new { texts = files.Select(file => Encoding.UTF8.GetString(file)), most });

    public static async Task<ReadCalendar> Read(byte[] file, int most = 20) => (await Read([file], most)).Single();
}

public sealed record ReadCalendar(
    [property: JsonPropertyName("properties")] Dictionary<string, string> Properties,
    [property: JsonPropertyName("zones")] string[] Zones,
    [property: JsonPropertyName("events")] ReadEvent[] Events);

public sealed record ReadEvent(
    [property: JsonPropertyName("uid")] string Uid,
    [property: JsonPropertyName("summary")] string? Summary,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("location")] string? Location,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("transp")] string? Transp,
    [property: JsonPropertyName("sequence")] int Sequence,
    [property: JsonPropertyName("rule")] string? Rule,
    [property: JsonPropertyName("stamp")] string? Stamp,
    [property: JsonPropertyName("organizer")] string? Organizer,
    [property: JsonPropertyName("organizerName")] string? OrganizerName,
    [property: JsonPropertyName("attendees")] string[] Attendees,
    [property: JsonPropertyName("recurrenceId")] string? RecurrenceId,
    [property: JsonPropertyName("start")] string Start,
    [property: JsonPropertyName("startUtc")] string StartUtc,
    [property: JsonPropertyName("end")] string End,
    [property: JsonPropertyName("endUtc")] string EndUtc,
    [property: JsonPropertyName("allDay")] bool AllDay,
    [property: JsonPropertyName("occurrences")] string[] Occurrences);
