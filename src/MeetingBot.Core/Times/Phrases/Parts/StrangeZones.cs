using System.Collections.Frozen;

namespace MeetingBot.Times;

/// <summary>
/// Reads what stands where a zone would and is none that is known: <c>16:00 FOO</c>, <c>16:00 Bogus/Zone</c>,
/// <c>16:00 in Atlantis</c>. It is asked about instead of taken for our own clock.
/// </summary>
internal static class StrangeZones
{
    private const int MostLetters = 5;

    // What people write in capitals behind a time, and where they meet besides in cities.
    private static readonly FrozenSet<string> Others = new[]
    {
        "ok", "okay", "tbc", "tbd", "asap", "fyi", "pls", "plz", "thx", "vc", "aob", "rsvp", "eta", "nb", "ps", "sharp",
        "zoom", "teams", "webex", "vidyo", "skype", "slack", "jitsi", "mattermost", "indico", "person", "main", "all",
    }.ToFrozenSet();

    public static ZoneItem? Read(TokenLine line, int at, Item? before) =>
        before is ClockItem clock && line.SkipSign(clock.End, "(") is var begin && (at == begin || at == clock.End)
            ? Abbreviation(line, at == clock.End ? begin : at) ?? Slashed(line, at) ?? Place(line, at)
            : null;

    private static ZoneItem? Abbreviation(TokenLine line, int at) =>
        IsUnknown(line, at) && line[at].Text is { Length: >= 2 and <= MostLetters } name
        && name.All(char.IsAsciiLetterUpper) && Ends(line, at + 1)
            ? new ZoneItem(new ZoneMention.Unknown(name), at + 1)
            : null;

    private static ZoneItem? Slashed(TokenLine line, int at) =>
        IsUnknown(line, at) && line.Is(at + 1, "/") && line.Glued(at + 1) && line.Sticks(at + 2)
        && char.IsUpper(line[at + 2].Text[0]) && Ends(line, at + 3)
        && !(IsCapitals(line[at].Text) && IsCapitals(line[at + 2].Text))
            ? new ZoneItem(new ZoneMention.Unknown(line[at].Text), at + 3)
            : null;

    // "GDB/TTT" are two titles: no zone's name is capitals alone on both sides.
    private static bool IsCapitals(string name) => name.All(char.IsUpper);

    private static ZoneItem? Place(TokenLine line, int at) =>
        line.Is(at, "in") && IsUnknown(line, at + 1) && Ends(line, at + 2)
            ? new ZoneItem(new ZoneMention.Unknown(line[at + 1].Text), at + 2)
            : null;

    private static bool IsUnknown(TokenLine line, int at) => line.Has(at)
        && line[at].Kind is TokenKind.Word && char.IsUpper(line[at].Text[0]) && line.Known(at) is null
        && !Others.Contains(line[at].Key) && ZoneNames.Find(line[at].Text, behindTime: true) is null;

    // Nothing follows, or more of the time: in "16:00 GDB review" it is a name.
    private static bool Ends(TokenLine line, int at)
    {
        if (!line.Has(at)) return true;
        if (line[at].Kind is TokenKind.Sign) return !line.Sticks(at + 1) || line[at].Key is "(" or ",";
        if (line[at].Kind is TokenKind.Number) return !line.Glued(at);
        return (line.Term(at, TermKind.Weekday) ?? line.Term(at, TermKind.Day) ?? line.Term(at, TermKind.On)
            ?? line.Term(at, TermKind.Or) ?? line.Term(at, TermKind.To) ?? line.Term(at, TermKind.Month)
            ?? line.Term(at, TermKind.Next)) is not null;
    }
}
