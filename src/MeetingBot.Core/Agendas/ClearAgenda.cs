using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>
/// Takes all that waits off the agenda, after a confirmation, such as a list that was pasted by mistake.
/// </summary>
public sealed record ClearAgenda(bool Sure) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda clear", "", "/agenda clear", "takes all items that wait off the agenda", Read)
    {
        Aliases = ["clear agenda", "clear the agenda", "agenda drop all", "agenda remove all", "agenda delete all"],
        Audience = Audience.Runners,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (!turn.MayRun(agenda.Meeting)) return MeetingRefusals.RunnersOnly(turn, agenda.Meeting);
        var waiting = agenda.Items
            .Where(item => item.Waits && item.Number != agenda.Meeting.CurrentItem).ToList();
        if (waiting.Count == 0)
            return agenda.Items.IsEmpty ? AgendaRefusals.Empty : new Refusal("No item waits that could be dropped.");
        return Sure ? DropAgendaItem.Drop(waiting, agenda, turn) : Question(waiting, turn);
    }

    private static Decision Question(List<AgendaItem> waiting, Turn turn)
    {
        var all = $"{Phrases.Count(waiting.Count, "item")} that {(waiting.Count == 1 ? "waits" : "wait")}";
        var text = $"This takes {all} off the agenda. To go on: /agenda clear really";
        var yes = turn.Conversation.Button("Drop all", Form.Words, ("sure", "yes")) with { Style = ButtonStyle.Danger };
        return new Decision
        {
            Tell = text,
            ShowCard = new Card("Clear the agenda?", [new CardText(text, TextTone.Warning)], [yes]),
        };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new ClearAgenda(input.Field("sure") == "yes"),
        "really" or "yes" => new ClearAgenda(true),
        "items" or "all" or "all items" => new ClearAgenda(false),
        "items really" or "all really" or "all items really" => new ClearAgenda(true),
        _ => ParsedCommand.Wrong("\"agenda clear\" stands alone, or \"agenda clear really\"."),
    };
}
