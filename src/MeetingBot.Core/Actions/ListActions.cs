using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Actions;

/// <summary>Shows the open action items, of everybody or of one.</summary>
/// <param name="Owner">Whose; null for everybody's.</param>
/// <param name="Asked">It can't be talk: that nobody has this name is then answered.</param>
public sealed record ListActions(string? Owner, int Page, bool Asked = true) : Command<ActionState>
{
    public static CommandForm Form { get; } = new(
        "actions", "[name]", "/actions", "shows the open actions", Read)
    {
        Aliases = ["show actions", "list actions", "actions list", "open actions", "actions?"],
    };

    public override Decision Decide(ActionState state, Turn turn)
    {
        if (!Asked && !state.Items.Values.Any(IsMeant(turn))) return NotePresence.Of(turn, turn.CurrentMeeting());
        var open = state.Open.Where(IsMeant(turn)).ToImmutableArray();
        return open.IsEmpty
            ? ActionRefusals.NoneOpenOf(Owner, state.Open.Count())
            : new Decision { ShowCard = ActionCards.Open(open, Page, Owner, turn) };
    }

    private Func<ActionItem, bool> IsMeant(Turn turn)
    {
        if (Owner is not { } typed) return _ => true;
        var name = typed is "mine" or "me" ? turn.Actor.Name : typed;
        return action =>
            ActionOwners.Include(action.Owners, name) || (name == "unassigned" && action.Owners.IsEmpty);
    }

    // "of Luna", "for @Luna", "my"; all that are open are shown to who asks for all.
    private static string? Named(string typed)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is ["of" or "for" or "Of" or "For", _, ..]) words = words[1..];
        var name = string.Join(' ', words).TrimStart('@');
        return name.ToLowerInvariant() switch
        {
            "" or "all" or "open" or "everybody" or "everyone" => null, "my" => "mine", _ => name,
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var owner = input.Field("owner") ?? Named(input.Text);
        // "Actions speak louder" between people is talk.
        var talk = input.MayBeTalk && owner is not null && !Names.MayBe(owner);
        return talk || owner is { Length: > 100 }
            ? ParsedCommand.Wrong("Whose actions? A name, \"mine\" or nothing.")
            : new ListActions(
                owner, input.NumberField("page") ?? 0,
                input.Asked || owner is null or "mine" or "me" or "unassigned" || Names.IsWritten(owner));
    }
}
