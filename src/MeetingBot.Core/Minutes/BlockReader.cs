using System.Collections.Immutable;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Minutes;

/// <summary>
/// Reads the lines of a message one after the other: what a line without a label is depends on what stands before it.
/// </summary>
internal sealed class BlockReader
{
    private readonly ImmutableArray<MinuteText>.Builder _lines = ImmutableArray.CreateBuilder<MinuteText>();
    private readonly List<string> _present = [];
    private readonly List<string> _regrets = [];
    private int _leftOut;

    // Names stand directly below who is said to be there.
    private bool _listing;

    // Named on a line with nothing behind: what stands directly below is theirs.
    private string? _speaker;

    // What stands before is over, such as by an empty line.
    private bool _apart;

    // The message is minutes from its first line on.
    private readonly bool _whole;

    private BlockReader(bool whole) => _whole = whole;

    /// <summary>The message from its first line of minutes on; nothing where there is none: it is talk.</summary>
    /// <param name="whole">All of it is minutes.</param>
    public static MinutesBlock Read(string text, bool whole)
    {
        var reader = new BlockReader(whole);
        var lines = text.Split('\n');
        var heads = DocumentHead.Take(lines, out var length);
        foreach (var line in lines.AsSpan(length)) reader.Take(line.TrimEnd());
        return reader.Done() with { Heads = heads };
    }

    /// <summary>The message behind a word that says what its first line is.</summary>
    public static MinutesBlock Read(string text, Func<string, MinuteText> first)
    {
        var reader = new BlockReader(whole: true);
        var lines = text.Trim().Split('\n');
        reader._lines.Add(first(lines[0].Trim()));
        foreach (var line in lines.AsSpan(1)) reader.Take(line.TrimEnd());
        return reader.Done();
    }

    private void Take(string line)
    {
        var plain = line.Trim();
        if (TakeAttendance(plain) || plain.Length == 0) (_speaker, _apart) = (null, true);
        else if (ReadLine(plain) is { } read) Add(read);
        else if (_lines.Count == 0 && !_whole) _leftOut++;
        else if (Statements.NamedAlone(plain, _lines) is { } named) (_speaker, _apart) = (named, true);
        else Add(Following(line, plain));
    }

    private bool TakeAttendance(string line)
    {
        if (_listing && AttendanceLine.NamesIn(Bullets.Read(line)?.Text ?? line) is { } listed)
        {
            _present.AddRange(listed);
            return true;
        }
        var read = AttendanceLine.Read(line);
        _listing = read is { Kind: AttendanceKind.Present, Names.IsEmpty: true };
        if (read is not null) (read.Kind is AttendanceKind.Present ? _present : _regrets).AddRange(read.Names);
        return read is not null;
    }

    // Bullets under a statement belong to it; before any they are only how somebody writes.
    private MinuteText? ReadLine(string line) => MinutesGrammar.ReadLine(line)
        ?? (_lines.Count == 0 ? Statements.ReadFramed(line) : null)
        ?? (_lines.Count > 0 || _whole ? WordedDecisions.Read(line) : null);

    private void Add(MinuteText line)
    {
        _lines.Add(line);
        (_speaker, _apart) = (null, false);
    }

    // A list under a statement belongs to it; what follows an action stands by itself unless it is indented, and what
    // follows a topic always does.
    private MinuteText Following(string line, string plain)
    {
        if (_speaker is { } speaker)
            return new MinuteText(MinuteKind.Note, Bullets.Read(plain)?.Text ?? plain, speaker);
        var ofBefore = Bullets.Read(plain) is not null || !(_apart || ThirdPerson.Is(plain));
        if (_lines.Count == 0) return new MinuteText(MinuteKind.Note, plain, Continues: ofBefore) { IfSaid = ofBefore };
        var continues = _lines[^1].Kind switch
        {
            MinuteKind.Topic => false,
            MinuteKind.Action => char.IsWhiteSpace(line[0]) && !_apart,
            _ => ofBefore,
        };
        return new MinuteText(MinuteKind.Note, plain, Continues: continues);
    }

    private MinutesBlock Done() => new(_lines.DrainToImmutable())
    {
        LeftOut = _leftOut,
        Present = [.. _present.Distinct(StringComparer.OrdinalIgnoreCase)],
        Regrets = [.. _regrets.Distinct(StringComparer.OrdinalIgnoreCase)],
    };
}
