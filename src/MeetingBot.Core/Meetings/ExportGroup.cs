using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>Gives an address, good for an hour, under which everything of the group is read as JSON.</summary>
public sealed record ExportGroup : Command<MeetingState>
{
    private static readonly Duration Good = Duration.FromHours(1);

    public static CommandForm Form { get; } = CommandForm.Plain(
        "export", "everything of the group as JSON", () => new ExportGroup())
        with { Example = "/export" };

    public override Decision Decide(MeetingState state, Turn turn)
    {
        var token = turn.NewToken();
        if (turn.Options.Page("export", token) is not { } page)
            return new Refusal("I have no public address to give the export under; the operator sets PublicUrl.");
        return new Decision
        {
            Links = [new PageLink(token, "export", turn.Conversation.Group, turn.Now + Good, turn.Group.Epoch)],
            Tell = $"Everything of this group as JSON, for an hour: {page.AbsoluteUri}",
        };
    }
}
