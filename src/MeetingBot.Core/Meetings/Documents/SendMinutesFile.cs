using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Documents;

/// <summary>
/// Sends the minutes of a meeting as a file to who asks, for them alone: as a file where the platform hands files over,
/// and else their address.
/// </summary>
/// <param name="Number">The meeting; null for the running or last one.</param>
public sealed record SendMinutesFile(int? Number) : Command
{
    public static CommandForm Form { get; } = new(
        "minutes file", "[meeting number]", "/minutes file", "sends you the minutes as a file",
        input => input.Text.Length == 0
            ? new SendMinutesFile(input.NumberField("meeting"))
            : CommandInput.TypedNumber(input.Text) is { } number
                ? new SendMinutesFile(number)
                : ParsedCommand.Wrong("Of which meeting? I need its number, or nothing for the last one."))
    {
        Aliases = ["file of the minutes"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(MeetingRows.Key(ShownMeeting.Number(Number, turn)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var (meeting, problem) = ShownMeeting.Find(Number, turn, rows);
        if (meeting is null) return problem!;
        if (MinutesPages.Address(turn, meeting.Number) is not { } address)
            return new Refusal("The service has no public address to give minutes under; the operator sets PublicUrl.");

        var what = $"Minutes of {Phrases.Shorten(meeting.Name, 100)}";
        return OwnFile.Sent(
            turn.Say($"{what}: {address.AbsoluteUri}") with
            {
                File = MinutesFiles.Of(turn.Group, meeting.Number, what),
            },
            turn);
    }
}
