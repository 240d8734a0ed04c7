using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Digests;

/// <summary>The one message of a day: all that a person owes, headed by group.</summary>
public static class DigestMessage
{
    private const int Room = 12_000;
    private const int MostHeading = 100;
    private const int MostButtons = 6;

    /// <param name="parts">At least one.</param>
    /// <param name="to">Where it is said; to the person alone.</param>
    public static Outgoing Of(IReadOnlyList<OwedPart> parts, ConversationReference to, Person person)
    {
        var several = parts.Count > 1;
        var title = several
            ? $"Your answers are missing in {Phrases.Count(parts.Count, "group")}"
            : $"Your answer is missing{(parts[0].Group is { } name ? $" in {Heading(name)}" : "")}";
        var sections = parts.Select(part => (
            Heading: Heading(part.Group ?? "A conversation that has no name"),
            Lines: Phrases.Some([.. part.Polls.Concat(part.Rounds).Select(line => "• " + line)], "\n", Room / parts.Count)))
            .ToList();
        var how = How(parts, several);
        ImmutableArray<CardButton> buttons = [.. parts.SelectMany(part => part.Buttons).Take(MostButtons)];
        if (!buttons.IsEmpty)
            return new Outgoing(to, title, Recipient: person, Card: new Card(
                title,
                [
                    .. sections.SelectMany(section => several
                        ? (CardElement[])[new CardHeading(section.Heading), new CardText(section.Lines)]
                        : [new CardText(section.Lines)]),
                    new CardText(how, TextTone.Subtle),
                ],
                buttons));
        var text = several
            ? $"{title}.\n\n{string.Join("\n\n", sections.Select(section => $"{section.Heading}:\n{section.Lines}"))}\n\n{how}"
            : $"{title}:\n{sections[0].Lines}\n{how}";
        return new Outgoing(to, text, Recipient: person);
    }

    private static string How(IReadOnlyList<OwedPart> parts, bool several)
    {
        var polls = parts.Any(part => !part.Polls.IsEmpty)
            ? several
                ? "Answer on each poll's card in its group's conversation; /polls lists them there."
                : "Answer on the poll's card in the group's conversation; /polls lists them there."
            : null;
        var rounds = parts.Any(part => !part.Rounds.IsEmpty)
            ? "Score on your own card; the button brings it to the end of this conversation."
            : null;
        return string.Join('\n', new[] { polls, rounds }.OfType<string>());
    }

    private static string Heading(string name) => Phrases.Shorten(name, MostHeading);
}
