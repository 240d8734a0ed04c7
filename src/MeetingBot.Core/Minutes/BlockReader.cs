using System.Collections.Immutable;
using MeetingBot.Meetings;

namespace MeetingBot.Minutes;

/// <summary>
/// Reads the lines of a message one after the other: what a line without a label is depends on what stands before it.
/// </summary>
internal sealed class BlockReader
{
    private readonly ImmutableArray<MinuteText>.Builder _lines = ImmutableArray.CreateBuilder<MinuteText>();
    private int _leftOut;

    // Named on a line with nothing behind: what stands directly below is theirs.
    private string? _speaker;

    // What stands before is over, such as by an empty line.
    private bool _apart;

    private BlockReader()
    {
    }

    /// <summary>The message from its first line of minutes on; nothing where there is none: it is talk.</summary>
    public static MinutesBlock Read(string text)
    {
        var reader = new BlockReader();
        foreach (var line in text.Split('\n')) reader.Take(line.TrimEnd());
        return reader.Done();
    }

    /// <summary>The message behind a word that says what its first line is.</summary>
    public static MinutesBlock Read(string text, Func<string, MinuteText> first)
    {
        var reader = new BlockReader();
        var lines = text.Trim().Split('\n');
        reader._lines.Add(first(lines[0].Trim()));
        foreach (var line in lines.AsSpan(1)) reader.Take(line.TrimEnd());
        return reader.Done();
    }

    private void Take(string line)
    {
        var plain = line.Trim();
        if (plain.Length == 0) (_speaker, _apart) = (null, true);
        else if (ReadLine(plain) is { } read) Add(read);
        else if (_lines.Count == 0) _leftOut++;
        else if (Statements.NamedAlone(plain, _lines) is { } named) (_speaker, _apart) = (named, true);
        else Add(Following(line, plain));
    }

    // Bullets under a statement belong to it; before any they are only how somebody writes.
    private MinuteText? ReadLine(string line) => MinutesGrammar.ReadLine(line)
        ?? (_lines.Count == 0 ? Statements.ReadFramed(line) : WordedDecisions.Read(line));

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
        var continues = _lines[^1].Kind switch
        {
            MinuteKind.Topic => false,
            MinuteKind.Action => char.IsWhiteSpace(line[0]) && !_apart,
            _ => Bullets.Read(plain) is not null || !(_apart || ThirdPerson.Is(plain)),
        };
        return new MinuteText(MinuteKind.Note, plain, Continues: continues);
    }

    private MinutesBlock Done() => new(_lines.DrainToImmutable()) { LeftOut = _leftOut };
}
