using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Forgetting;

/// <summary>
/// Forgets the person who asks, in this group: what is theirs alone is deleted, what they voted counts on without a
/// name. What the group keeps as its record stays.
/// </summary>
public sealed record ForgetMember(bool Sure) : Command<MeetingState>
{
    /// <summary>The timer that goes on until nothing is left.</summary>
    public const string Timer = "forget member";

    private const string What =
        "Your answers to polls and your scores of risks count on without your name, so that no result changes; in "
            + "those that are open still you can't change them any more, nor answer again. Your busy times, your "
            + "calendar's address, your place in communities and your name among the members are deleted. What the "
            + "group keeps as its record stays as it is, with names: minutes, who was there, actions, who opened a "
            + "poll or a round, and texts as they were written.";

    public static CommandForm Form { get; } = new(
        "forget me", "", "/forget me", "takes your name from your votes, and deletes what is yours", Read)
    {
        Aliases = ["forget my data", "forget my votes"],
    };

    public override Decision Decide(MeetingState state, Turn turn)
    {
        if (turn.Conversation.Kind is ConversationKind.Personal)
            return new Refusal(
                "Here there is nobody but you: /forget deletes everything of this chat. In a group of yours "
                    + "/forget me takes your name from your votes.");
        var departures = turn.Departures();
        if (departures.Of(turn.Actor.Key) is not null) return Decision.Says("You are being forgotten already.");
        if (state.Meeting is { Running: true } meeting && meeting.Chair?.Key == turn.Actor.Key)
            return new Refusal("You chair the meeting that runs. Hand it over first: /meeting chair @Luna");
        if (turn.Group.Chairs is [var only] && only.Key == turn.Actor.Key)
            return new Refusal(
                "You are the group's only chair. Name another first: /settings chairs @Luna. To delete everything of "
                    + "the group: /forget");
        if (turn.AccountMerges().IsOf(turn.Actor.Key))
            return new Refusal("Your accounts are being joined just now; ask me again in a minute: /forget me");
        if (departures.People.Length >= Departures.Most)
            return new Refusal("Others are being forgotten just now; ask me again in a minute: /forget me");
        if (!Sure) return Question(turn);
        return new Decision
        {
            Changes =
            [
                GroupRows.Put(new Departures([.. departures.People, .. Accounts(turn), One(turn.Actor, turn)]), turn),
                // Whoever joins two accounts at this moment looks again.
                .. turn.Group.Sides is null ? (RowChange[])[] : [turn.Change(turn.Group)],
            ],
            Timers = [new TimerEntry(Timer, turn.Now, turn.Conversation)],
            Tell = "You are being forgotten; I say when it is done.",
        };
    }

    // What they did by another account, before they said that both are theirs, bears that one's name.
    private static IEnumerable<Departure> Accounts(Turn turn) => turn.Group.Sides is not { } sides ? []
        : sides.Aliases.Where(alias => alias.Person.Key == turn.Actor.Key).Select(alias => alias.Owner).OfType<Person>()
            .Select(owner => One(owner, turn) with { IsAccount = true });

    private static Departure One(Person person, Turn turn) =>
        new(person, turn.NewToken(), turn.Now, turn.Conversation);

    private static Decision Question(Turn turn)
    {
        const string text = $"{What} It can't be undone. To go on: /forget me really";
        var yes = turn.Conversation.Button("Forget me", Form.Words, ("sure", "yes"))
            with { Style = ButtonStyle.Danger };
        return new Decision
        {
            Tell = text,
            ShowCard = new Card("Forget you in this group?", [new CardText(What, TextTone.Warning)], [yes]),
        };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new ForgetMember(input.Field("sure") == "yes"),
        "really" or "yes" => new ForgetMember(true),
        _ => ParsedCommand.Wrong("\"forget me\" stands alone, or \"forget me really\"."),
    };
}
