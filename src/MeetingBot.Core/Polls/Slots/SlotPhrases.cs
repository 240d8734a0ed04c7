using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls.Slots;

/// <summary>
/// Times as they are listed for a poll: <c>Fri 11 July 16:00, Tue 22 July 15:00 for 1h until Wednesday noon</c>.
/// </summary>
/// <param name="Times">In the order of the text.</param>
/// <param name="Length">How long each lasts that does not say it.</param>
/// <param name="Until">The deadline as typed.</param>
internal sealed partial record SlotPhrases(
    ImmutableArray<SlotPhrase> Times, Duration? Length, string? Until)
{
    /// <summary>Null where none of it is a time.</summary>
    /// <param name="zone">Whose wall clock is meant where none is named; null for the group's.</param>
    public static SlotPhrases? Read(string body, Turn turn, DateTimeZone? zone = null)
    {
        var (text, until) = Parted(body);
        var (rest, length) = Lasting(text);
        var times = ReadAll(rest, turn, zone);
        return times.All(time => time.IsNone) ? null : new SlotPhrases(times, length, until);
    }

    /// <summary>What stands behind a title: times alone, the first with its day. Null for all else.</summary>
    public static SlotPhrases? ReadAlone(string rest, Turn turn) =>
        Read(rest, turn) is { } read && !Clock().IsMatch(read.Times[0].Text) && read.Times.All(time => time.MayBeOne)
            ? read
            : null;

    /// <summary>With what was chosen where it was doubtful.</summary>
    public SlotPhrases With(ImmutableArray<MeantTime> meant) =>
        this with { Times = [.. Times.Select(time => time.With(meant))] };

    /// <summary>Each text a time of its own.</summary>
    public static SlotPhrases Of(IEnumerable<string> options, Turn turn) =>
        new([.. options.Select(option => SlotPhrase.Read(option, turn))], null, null);

    /// <summary>Whether the text begins as times do, rather than as a question that names one.</summary>
    public static bool Begins(string body, Turn turn)
    {
        if (Permission().IsMatch(body)) return false;
        var words = body.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return Starter().IsMatch(body)
            || words.Take(2).Select((_, index) => string.Join(' ', words.Take(index + 1)))
                .Any(start => !SlotPhrase.Read(start, turn).IsNone);
    }

    private static (string Text, string? Until) Parted(string body)
    {
        var match = Deadline().Match(body.Trim());
        // "16:00 until 17:00" is how long it lasts.
        return match.Success && !Clock().IsMatch(match.Groups["until"].Value)
            ? (match.Groups["times"].Value.TrimEnd(' ', ',', '?'), match.Groups["until"].Value)
            : (body.Trim().TrimEnd('?', ' '), null);
    }

    private static (string Text, Duration? Length) Lasting(string text)
    {
        var match = Lasts().Match(text);
        return match.Success && Lengths.Parse(match.Groups["length"].Value) is { } length
            ? (match.Groups["times"].Value, length)
            : (text, null);
    }

    // "Fri 11 July, 16:00" is one time, "Fri 11 July 16:00, 17:00" are two of one day.
    private static ImmutableArray<SlotPhrase> ReadAll(string text, Turn turn, DateTimeZone? zone)
    {
        var times = ImmutableArray.CreateBuilder<SlotPhrase>();
        foreach (var piece in Between().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            var before = times.Count > 0 ? times[^1] : null;
            if (before is not null && Clock().IsMatch(piece))
            {
                var together = SlotPhrase.Read($"{before.Text} {piece}", turn, zone);
                if (before.Reading.Kind is TimeReadingKind.Date && together.Reading.Kind is TimeReadingKind.Slot)
                {
                    times[^1] = together;
                    continue;
                }
                if (before.Day is { } day)
                {
                    times.Add(SlotPhrase.Read($"{day:uuuu-MM-dd} {piece}", turn, zone) with { Text = piece });
                    continue;
                }
            }
            times.Add(SlotPhrase.Read(piece, turn, zone));
        }
        return times.ToImmutable();
    }

    [GeneratedRegex(@"^(?<times>.{1,1900})[\s,]+(?:until|till|closes?|closing)\s+(?<until>\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"^(?<times>.{1,1900}?)[\s,]+for\s+(?<length>[0-9][^,;]{0,20})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Lasts();

    [GeneratedRegex(@"\s{0,3}[,;\n]\s{0,3}|\s{1,3}or\s{1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:at\s)?[0-9]{1,2}(?:[:.h][0-9]{2}|h|\s?[ap]\.?m\.?)(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?[0-9]{1,2}(?:[:.h][0-9]{2}|h)?(?:\s?[ap]\.?m\.?)?)?(?:\s[A-Z]{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:[0-9]|(?:in|on|at|next|this|coming|from|between|the\s[0-9])\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Starter();

    // "May we record it?" names no month.
    [GeneratedRegex(@"^may\s+(?:we|i|you|they|he|she|it|the|all|this|that)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Permission();
}
