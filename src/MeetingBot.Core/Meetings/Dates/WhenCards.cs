using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>A time as a card: what was meant, in each zone that matters, and what to look out for.</summary>
public static class WhenCards
{
    private const int MostZones = 12;
    private const int MostButtons = 6;
    private const int NamesLength = 120;
    private const int TextLength = 120;

    /// <summary>What words were read as; of a question the candidates, with a button each.</summary>
    public static Card Describe(TimeReading reading, ImmutableArray<Person> members, Turn turn)
    {
        var times = reading.Start is { } start
            ? [new TimeCandidate(start, reading.End, reading.Kind is TimeReadingKind.Date)]
            : reading.Candidates;
        var title = reading.Reason is { } reason
            ? TimeWords.Say(reason)
            : TimeWords.Say(times[0], reading.Zone);
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardFacts(Facts(reading, turn)));
        if (times.Length > 0) body.Add(Zones(times, ZonesOf(reading, members, turn)));
        foreach (var warning in reading.Warnings) body.Add(new CardText(TimeWords.Say(warning), TextTone.Warning));
        foreach (var change in Changes(times, reading, members, turn)) body.Add(new CardText(change, TextTone.Warning));
        if (reading.Literal is { } literal)
            body.Add(new CardText(
                $"Literally \"{Phrases.Shorten(reading.Text, TextLength)}\" would be "
                    + $"{TimeWords.Say(literal, reading.Zone)}, {Utc(literal.Start)} UTC."));
        return new Card(title, body.ToImmutable(), [.. Buttons(reading, turn)]);
    }

    private static ImmutableArray<CardFact> Facts(TimeReading reading, Turn turn)
    {
        var said = new CardFact("You wrote", Phrases.Shorten(reading.Text, TextLength));
        return reading.Start is { } start
            ? [said, new("That is", $"{TimeWords.Away(start, turn.Now, reading.Zone)}, in {reading.Zone.Id}")]
            : [said];
    }

    // One column a time would not fit on a phone: a row a zone, with all its times.
    private static CardTable Zones(ImmutableArray<TimeCandidate> times, IEnumerable<ZoneOfPeople> zones) => new(
        ["Zone", "Time", "Who"],
        [.. zones.Select(zone => ImmutableArray.Create(
            zone.Zone.Id,
            string.Join(", or ", times.Take(MostButtons).Select(time => InZone(time, zone.Zone))),
            Phrases.Some(zone.Who, ", ", NamesLength)))]);

    // A whole day of one zone is no whole day in another.
    private static string InZone(TimeCandidate time, DateTimeZone zone) =>
        time.WholeDay && time.Start.InZone(zone).TimeOfDay != LocalTime.Midnight
            ? TimeWords.Say(time with { WholeDay = false }, zone)
            : TimeWords.Say(time, zone);

    // Whose clock was meant, the group's, those of the people, and UTC.
    private static IEnumerable<ZoneOfPeople> ZonesOf(TimeReading reading, ImmutableArray<Person> members, Turn turn)
    {
        var people = members.Where(member => member.Key != turn.Actor.Key).Append(turn.Actor)
            .Where(person => person.Zone is not null)
            .GroupBy(person => ZoneRules.Canonical(person.Zone!) ?? turn.Group.Zone)
            .ToDictionary(zone => zone.Key, zone => zone.Select(person => person.Name).ToImmutableArray());
        return new[] { reading.Zone.Id, turn.Group.Zone }.Concat(people.Keys.Order(StringComparer.Ordinal))
            .Append("UTC")
            .Distinct().Take(MostZones)
            .Select(id => new ZoneOfPeople(
                ZoneRules.Of(id),
                [.. id == turn.Group.Zone ? ["the group"] : Array.Empty<string>(),
                    .. people.GetValueOrDefault(id, [])]));
    }

    private static IEnumerable<string> Changes(
        ImmutableArray<TimeCandidate> times, TimeReading reading, ImmutableArray<Person> members, Turn turn) =>
            times.IsEmpty
        ? []
        : ZonesOf(reading, members, turn)
            .Select(zone => TimeWords.ClockChange(turn.Now, times.Max(time => time.Start), zone.Zone))
            .OfType<string>();

    private static IEnumerable<CardButton> Buttons(TimeReading reading, Turn turn) => reading.Candidates
        .Take(MostButtons)
        .Concat(reading.Literal is { } literal ? [literal] : [])
        .Select(time => (Time: time, Phrase: TimeWords.Phrase(time, reading.Zone)))
        .Where(button => button.Phrase is not null)
        .Select(button => turn.Conversation.Button(
            (reading.Literal == button.Time ? "Literally: " : "") + TimeWords.Say(button.Time, reading.Zone),
            ShowWhen.Form.Words, ("phrase", button.Phrase!)));

    private static string Utc(Instant at) => at.InUtc().ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record ZoneOfPeople(DateTimeZone Zone, ImmutableArray<string> Who);
}
