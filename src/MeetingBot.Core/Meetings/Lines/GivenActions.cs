using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.People;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// What a typed line becomes: a line of the minutes, or an action of each whom it gives something to do.
/// </summary>
/// <param name="Action">Null for what is no action.</param>
internal sealed record RecordedDraft(MinuteText Line, ActionText? Action);

/// <summary>Reads the actions that lines give to people.</summary>
internal static class GivenActions
{
    /// <summary>The rows that tell who can be meant by a name.</summary>
    public static Reads Reads(Turn turn) => KnownPeople.Reads(turn);

    /// <summary>All that the lines become, in their order.</summary>
    public static ImmutableArray<RecordedDraft> Drafts(ImmutableArray<MinuteText> lines, Turn turn, RowSet rows)
    {
        var parts = lines
            .Select(line => (Line: line, Labelled: line.Kind is MinuteKind.Action ? ActionCuts.AtLabels(line.Text) : []))
            .ToList();
        // Who is given something by a label of the same message is known in all of it.
        var known = KnownPeople.Of(turn, rows)
            .With(parts.SelectMany(part => part.Labelled).SelectMany(text => ActionText.Given(text, turn.Actor.Name)));
        var names = new OwnerNames(known, turn.Actor.Name);
        return [.. parts.SelectMany(part => part.Line.Kind is MinuteKind.Action
            ? part.Labelled.SelectMany(text => ActionCuts.AtPeople(text, names, turn.Today))
                .Select(text => ActionText.Read(text, turn.Actor.Name, turn.Today, names))
                .Select(read => new RecordedDraft(part.Line, read with { Owners = Listed(read.Owners, known) }))
            : [new RecordedDraft(part.Line, null)])];
    }

    /// <summary>Owners as typed, initials as the name of the one whom they fit.</summary>
    public static ImmutableArray<string> Listed(ImmutableArray<string> owners, KnownPeople known) =>
        [.. owners.Select(known.Listed).Distinct(StringComparer.OrdinalIgnoreCase)];
}
