using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>Tells what words about time mean, in the zone of each member who is known.</summary>
/// <param name="Phrase">As typed.</param>
public sealed partial record ShowWhen(string Phrase) : Command<MemberState>
{
    // Whether words tell a time at all is the same at any moment.
    private static readonly Instant AnyTime = Instant.FromUtc(2026, 1, 7, 12, 0);

    private const string Example = "/when Friday 11th at 16:00 CET";

    public static CommandForm Form { get; } = new(
        "when", "<date, time, zone>", Example, "tells what a time means, in everybody's zone", Read)
    {
        Aliases = ["when is", "what time is"],
    };

    public override Decision Decide(MemberState state, Turn turn)
    {
        var reading = TimePhrases.Read(Phrase, turn.Now, turn.Group.TimeZone);
        return reading.Kind is TimeReadingKind.Error
            ? new Refusal(
                $"{TimeWords.Say(reading.Reason!.Value)} I read \"{Phrases.Shorten(Phrase, 80)}\". "
                    + $"For example: {Example}")
            : new Decision { ShowCard = WhenCards.Describe(reading, state.Members, turn) };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var phrase = WithoutQuestion(input.Field("phrase") ?? input.Text);
        if (phrase.Length == 0) return ParsedCommand.Wrong("Which time? A date, a time or both, as you would say it.");
        if (input.Asked && Meeting().IsMatch(phrase)) return new MeetingStatus();
        // "When Friday comes we stop" between people is talk.
        return input.MayBeTalk && !TimePhrases.IsOnlyTime(phrase)
            ? ParsedCommand.Wrong("\"when\" is followed by a date, a time or both, and nothing else.")
            : new ShowWhen(phrase);
    }

    // "Usual time? 15.00 Tuesday 22nd July?" asks for what stands behind the question.
    private static string WithoutQuestion(string typed)
    {
        var phrase = typed.TrimEnd('?', ' ');
        return Question().Match(phrase) is { Success: true } asked
            && TimePhrases.Read(asked.Groups["title"].Value, AnyTime, DateTimeZone.Utc)
                is { Start: null, Candidates.IsEmpty: true }
            ? asked.Groups["time"].Value
            : phrase;
    }

    [GeneratedRegex(
        @"^(?:(?:is\s)?(?:the\s|our\s)?(?:next\s)?meeting|do\swe\smeet(?:\sagain|\snext)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"^(?<title>[^?\n]{1,100})\?\s+(?<time>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
