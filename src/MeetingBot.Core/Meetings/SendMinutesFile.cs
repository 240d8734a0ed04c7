using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

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

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(MeetingRows.Key(Shown(turn)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var (number, current) = (Shown(turn), turn.CurrentMeeting());
        var meeting = number == current.Number && current.Running
            ? current
            : rows[MeetingRows.Key(number)] is { } row ? MeetingRows.Read(row) : null;
        if (meeting is null)
            return Number is { } asked ? MeetingRefusals.NoSuchMeeting(asked) : MeetingRefusals.NoMinutes;
        if (MinutesPages.Address(turn, number) is not { } address)
            return new Refusal("The service has no public address to give minutes under; the operator sets PublicUrl.");

        var what = $"Minutes of {Phrases.Shorten(meeting.Name, 100)}";
        var message = turn.Say($"{what}: {address.AbsoluteUri}") with
        {
            File = MinutesFiles.Of(turn.Group, number, what),
        };
        return turn.Conversation.Kind is ConversationKind.Personal
            ? new Decision { Messages = [message] }
            : new Decision
            {
                Tell = "I have sent you the file, for you alone.",
                Messages = [message with { Recipient = turn.Actor }],
            };
    }

    private int Shown(Turn turn) => Number ?? (turn.CurrentMeeting() is { Running: true } running
        ? running.Number
        : turn.CurrentMeeting().Number - 1);
}
