using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Shows the form in which a poll is made.</summary>
public sealed record OfferPollForm : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows) => new() { ShowCard = PollForm.Card(turn) };
}

/// <summary>The form in which a poll is made: its inputs, and what they say when they come back.</summary>
internal static class PollForm
{
    public static Card Card(Turn turn) => new(
        "New poll",
        [
            new TextInput(
                "question", "Question", Required: true, Error: "A poll needs a question.",
                Placeholder: "Focus on tokens first?", MaxLength: Poll.MostQuestion),
            new TextInput(
                "options", "Options, one a line; none for yes or no", MaxLength: 2_000, Multiline: true,
                Placeholder: "everything\ntokens\ndecide later"),
            new ChoiceInput(
                "kind", "How it is answered",
                [
                    new Choice("single", "One option"), new Choice("multiple", "Any number of options"),
                    new Choice("ranked", "Options in order"), new Choice("times", "Yes, if need be or no to each time"),
                ],
                Value: "single"),
            new ChoiceInput(
                "names", "Who sees who answers what",
                [
                    new Choice("names", "Everyone"), new Choice("chair-sees", "Only who may close it"),
                    new Choice("counts", "Nobody; who has answered is seen"),
                    new Choice("anonymous", "Nobody, nor who has answered"),
                ],
                Value: "names"),
            new ChoiceInput(
                "shown", "When counts are seen",
                [
                    new Choice("always", "Always"), new Choice("hidden-until-voted", "By who has answered"),
                    new Choice("hidden", "Once it is closed"),
                ],
                Value: "always"),
            new TextInput("until", "Open until", Placeholder: "Wednesday noon", MaxLength: 80),
            new TextInput("required", "Who has to answer", Placeholder: "Luna, Mara", MaxLength: 1_000),
            new TextInput("optional", "Who else may", MaxLength: 1_000),
            new NumberInput("quorum", "Quorum", Min: 1, Max: 10_000),
        ],
        [
            turn.Conversation.Button("Open the poll", OpenPoll.Form.Words)
                with { SendsInputs = true, Style = ButtonStyle.Primary },
        ]);

    /// <summary>What was filled in, as if it had been typed.</summary>
    public static PollText Read(CommandInput input)
    {
        var flags = PollFlags.Usual.With(input.Field("kind") ?? "", "").With(input.Field("names") ?? "", "")
            .With(input.Field("shown") ?? "", "") with
        {
            Required = input.Field("required"),
            Optional = input.Field("optional"),
            Quorum = input.Field("quorum"),
        };
        var options = (input.Field("options") ?? "")
            .Split(flags.Kind is PollKind.Times ? ['\n', ','] : ['\n'], 100)
            .Select(Phrases.Words).Where(option => option.Length > 0);
        return new PollText(input.Field("question"), null, [.. options], input.Field("until"), flags);
    }
}
