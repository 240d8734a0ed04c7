using System.Diagnostics;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>The minutes of a very large meeting are compiled line by line, not each with all others.</summary>
public sealed class LargeMinutesTests
{
    private const int Lines = 10_000;

    public static TheoryData<string> Kinds => ["notes", "resolutions", "topics", "continuations", "items"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TenThousandLines_AreCompiledQuickly(string kind)
    {
        var meeting = new Meeting(1, "Big", FakeTime.Start, Room.Who("Mara"));
        var rows = new RowSet(Enumerable.Range(0, Lines).Select(n => Row(Line(kind, n))));
        var agenda = AgendaState.Of(meeting, rows);

        var watch = Stopwatch.StartNew();
        var minutes = MinutesRecord.Compile(meeting, agenda, rows, new Group("Europe/Zurich", []));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}");
        Assert.Equal(Lines, minutes.Sections.Sum(section =>
            section.Lines.Sum(line => 1 + line.Continuations.Length) + (kind == "topics" && section.Heading is not null ? 1 : 0)));
    }

    private static Minute Line(string kind, int n)
    {
        var note = new Minute($"{n:D5}", MinuteKind.Note, $"line {n}", Room.Who("Luna"), FakeTime.Start);
        return kind switch
        {
            "resolutions" => note with { Kind = MinuteKind.Resolution, Text = $"we meet on day {n} of the year" },
            "topics" when n % 2 == 0 => note with { Kind = MinuteKind.Topic },
            "continuations" => note with { Kind = n == 0 ? MinuteKind.Resolution : MinuteKind.Note, Continues = n > 0 },
            "items" => note with { Item = n % 80 },
            _ => note,
        };
    }

    private static Row Row(Minute line)
    {
        var added = MinuteRows.Add(1, line);
        return new Row("g", added.RowKey, added.Payload, "e");
    }
}
