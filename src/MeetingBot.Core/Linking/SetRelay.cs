using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>Settles whether what is said in one conversation during a meeting is told in the others.</summary>
public sealed record SetRelay(bool On) : Command
{
    public static CommandForm Form { get; } = new(
        "link relay", "on|off", "/link relay on", "tells what is said in one conversation in the others", Read)
    {
        Audience = Audience.Chairs,
    };

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Sides is not { All.Length: > 1 } sides) return LinkWords.NotJoined;
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        return new Decision
        {
            Changes = [turn.Change(turn.Group with { Sides = sides with { Relays = On } })],
            Messages =
            [
                turn.Say(On
                    ? "From now on what is said in one conversation of this group during a meeting is told in the "
                        + "others."
                    : "What is said in one conversation of this group is not told in the others any more; what is "
                        + "decided is."),
            ],
        };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "on" or "yes" => new SetRelay(true),
        "off" or "no" => new SetRelay(false),
        _ => ParsedCommand.Wrong("It is \"on\" or \"off\"."),
    };
}
