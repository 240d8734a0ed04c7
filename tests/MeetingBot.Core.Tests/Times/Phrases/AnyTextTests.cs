using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>Whatever is typed: an answer, never a past one, always the same, and soon.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Zones =
        ["Europe/Zurich", "Europe/London", "America/Chicago", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];

    // In summer, around both changes of the clocks, at the end of a year and on a leap day.
    private static readonly Instant[] Moments =
    [
        Instant.FromUtc(2025, 6, 27, 13, 0), Instant.FromUtc(2025, 10, 26, 0, 30), Instant.FromUtc(2026, 3, 29, 0, 59, 59),
        Instant.FromUtc(2025, 12, 31, 23, 30), Instant.FromUtc(2028, 2, 29, 12, 0), Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(9000, 1, 1, 0, 0),
    ];

    private static readonly string[] Words =
    [
        "Friday", "monday", "Tue", "Sunday", "next", "this", "week", "11", "31", "29", "0", "the", "8th", "1st", "July", "Feb", "may", "March",
        "2025", "2026", "9999", "1900", "16:00", "02:30", "25:00", "4", "4pm", "12am", "16.00", "11.07", "11/7/25", "1600", "16h30", "noon", "midnight",
        "at", "in", "on", "by", "before", "after", "for", "from", "to", "until", "-", "/", ",", "or", "and", "(", ")", "~", "tomorrow", "today", "yesterday",
        "two", "weeks", "days", "hours", "months", "years", "9999", "working days", "end of", "early", "late", "mid", "Q3", "quarter", "month", "year",
        "CET", "CEST", "GMT", "BST", "IST", "EST", "Z", "UTC+14", "UTC-12", "Geneva time", "+02:00", "same time", "usual time", "every", "morning", "tonight",
        "2025-07-11", "T14:00Z", "2025-02-30", "week of", "week", "53", "last", "first", "fifth", "half", "past", "room", "513/1-027", "+41227676000", "à", "um", "Uhr", "morgen", "mardi", "février",
    ];

    [Fact]
    public void AnyWords_HaveAnAnswerThatIsNotPast()
    {
        var phrase = Gen.Choose(1, 9).SelectMany(count => Gen.ArrayOf(Gen.Elements(Words), count)).Select(words => string.Join(' ', words));
        Prop.ForAll(phrase.ToArbitrary(), Gen.Elements(Zones).ToArbitrary(), Gen.Elements(Moments).ToArbitrary(), IsSound)
            .Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1).WithMaxTest(3_000));
    }

    [Fact]
    public void AnyText_HasAnAnswerThatIsNotPast() => Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Elements(Zones).ToArbitrary(), Gen.Elements(Moments).ToArbitrary(),
            (text, zone, now) => IsSound(text.Get, zone, now))
        .Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1).WithMaxTest(1_000));

    public static TheoryData<string> Hostile => new(
    [
        .. new[] { "1", "9", "11.07 ", "11/7/", "16:00-", "Friday ", "or ", "next ", "1-", "(", "1:", "in two weeks ", "CET/", "a ", "the ", "+1", "é", "\u0663 ", "2025-", "T", " ", "half ", "-", "\ud83d" },
    ]);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void LongText_IsAnsweredSoon(string piece)
    {
        var far = string.Concat(Enumerable.Repeat(piece, 1_048_576 / piece.Length));
        var just = far[..TimePhrases.MaxLength];
        IsSound(just, Zones[0], Moments[0]);

        var watch = Stopwatch.StartNew();
        var read = TimePhrases.Read(far, Moments[0], DateTimeZone.Utc);
        for (var time = 0; time < 10; time++) TimePhrases.Read(just, Moments[0], DateTimeZone.Utc);

        Assert.Equal((TimeReadingKind.Error, TimeReason.TooLong), (read.Kind, read.Reason));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Candidate_CanBeTypedAsItIsWritten()
    {
        foreach (var row in PhraseRow.All())
        {
            var read = row.Read();
            var zone = DateTimeZoneProviders.Tzdb[row.Zone];
            if (read.Zone != zone) continue;
            var now = NodaTime.Text.OffsetDateTimePattern.ExtendedIso.Parse(row.Now).Value.ToInstant();
            foreach (var candidate in read.Candidates)
            {
                if (TimeWords.Phrase(candidate, zone) is not { } phrase) continue;
                var again = TimePhrases.Read(phrase, now, zone);
                Assert.Equal((candidate.Start, candidate.End, phrase), (again.Start!.Value, again.End, phrase));
            }
        }
    }

    private static bool IsSound(string text, string zone, Instant now)
    {
        var where = DateTimeZoneProviders.Tzdb[zone];
        var read = TimePhrases.Read(text, now, where);
        var again = TimePhrases.Read(text, now, where);
        Assert.Equal(PhraseRow.Written(read), PhraseRow.Written(again));
        Assert.Equal(text, read.Text);
        Assert.Equal(read.Kind is TimeReadingKind.Question or TimeReadingKind.Error, read.Reason is not null);
        Assert.Equal(read.Kind is TimeReadingKind.Question or TimeReadingKind.Error, read.Start is null);
        Assert.True(read.Candidates.IsEmpty || read.Kind is TimeReadingKind.Question, text);
        foreach (var time in read.Candidates) NotPast(time, now, text);
        if (read.Start is { } start) NotPast(new TimeCandidate(start, read.End, read.Kind is TimeReadingKind.Date), now, text);
        if (read.Literal is { } literal) NotPast(literal, now, text);
        return true;
    }

    // A day that runs is whole; everything else is still to come.
    private static void NotPast(TimeCandidate time, Instant now, string text)
    {
        Assert.True(time.WholeDay ? time.End > now : time.Start >= now, $"{text}: {time} at {now}");
        Assert.True(time.End is null || time.End > time.Start, $"{text}: {time}");
    }
}
