using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Times;

namespace MeetingBot.Meetings;

/// <summary>Shows what the group has settled, with a way to change it.</summary>
public sealed record ShowSettings : Command<MeetingState>
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "settings", "shows zone, chairs and who may run a meeting", () => new ShowSettings()) with
    {
        Example = "/settings",
        Aliases = ["settings show", "show settings"],
    };

    public override Decision Decide(MeetingState state, Turn turn) => new() { ShowCard = Describe(turn) };

    private static Card Describe(Turn turn)
    {
        var group = turn.Group;
        var chairs = group.Chairs.IsEmpty
            ? "nobody yet: who starts the first meeting"
            : Phrases.Join([.. group.Chairs.Select(chair => chair.Name)]);
        return new Card("Settings",
            [
                new CardFacts(
                [
                    new CardFact("Chairs", chairs), new CardFact("Time zone", group.Zone),
                    new CardFact("Time zone rules", ZoneRules.Version),
                    .. group.Sides is { All.Length: > 1 } sides
                        ? [new CardFact("One group with", Linking.LinkWords.Others(sides, turn.Conversation))]
                        : (ReadOnlySpan<CardFact>)[],
                ]),
                new TextInput(
                    "zone", "Time zone", Required: true, Error: "An IANA name such as Europe/Zurich.",
                    Value: group.Zone, MaxLength: 60, Suggests: ChoiceLists.Zones),
                new ChoiceInput("run", "Who may run a meeting", [new Choice("chairs", "Who chairs it, and the group's "
                    + "chairs"), new Choice("everyone", "Everyone")], Required: true,
                    Value: group.WhoRuns is RunPolicy.Everyone ? "everyone" : "chairs"),
                new ChoiceInput(
                    "quiet", "Confirm each line of the minutes",
                    [new Choice("off", "Yes"), new Choice("on", "No, be quiet")], Required: true,
                    Value: group.Quiet ? "on" : "off"),
                new CardText("Chairs are changed with: /settings chairs @Luna @Mara", TextTone.Subtle),
            ],
            [turn.Conversation.Button("Save", ChangeSettings.Form.Words) with { SendsInputs = true, Style = ButtonStyle.Primary }]);
    }
}
