using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Shows the open action items, of everybody or of one.</summary>
/// <param name="Owner">Whose; null for everybody's.</param>
public sealed record ListActions(string? Owner, int Page) : Command<ActionState>
{
    public static CommandForm Form { get; } = new(
        "actions", "[name]", "/actions", "shows the open actions", Read)
    {
        Aliases = ["show actions", "list actions", "actions list", "open actions", "actions?"],
    };

    public override Decision Decide(ActionState state, Turn turn)
    {
        var open = state.Open.Where(IsMeant(turn)).ToImmutableArray();
        return open.IsEmpty ? ActionRefusals.NoneOpen : new Decision { ShowCard = ActionCards.Open(open, Page, Owner, turn) };
    }

    private Func<ActionItem, bool> IsMeant(Turn turn)
    {
        if (Owner is not { } typed) return _ => true;
        var name = typed is "mine" or "me" ? turn.Actor.Name : typed;
        return action => action.Owners.Any(owner => Matches(owner, name)) || (name == "unassigned" && action.Owners.IsEmpty);
    }

    private static bool Matches(string owner, string name) =>
        string.Equals(owner, name, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(owner + " ", StringComparison.OrdinalIgnoreCase)
        || owner.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase);

    private static ParsedCommand Read(CommandInput input)
    {
        var owner = input.Field("owner") ?? (input.Text.Length > 0 ? input.Text.TrimStart('@') : null);
        // "Actions speak louder than words" between people is talk.
        var talk = input.Incoming is IncomingMessage { Addressed: false } said && !said.Text.TrimStart().StartsWith('/') && owner?.Count(c => c is ' ') > 2;
        return talk || owner is { Length: > 100 }
            ? ParsedCommand.Wrong("Whose actions? A name, \"mine\" or nothing.")
            : new ListActions(owner, input.NumberField("page") ?? 0);
    }
}
