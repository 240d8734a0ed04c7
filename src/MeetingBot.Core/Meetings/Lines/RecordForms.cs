using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Presence;
using MeetingBot.Meetings.Timetables;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings.Lines;

/// <summary>The words that record a line, and the lines that need none.</summary>
public static class RecordForms
{
    public static CommandForm Note { get; } = Form(
        "note", MinuteKind.Note, "<text>", "note: the deadline is in September", "takes a line into the minutes");

    public static CommandForm Topic { get; } = Form(
        "topic", MinuteKind.Topic, "<heading>", "Topic: Token lifetimes", "begins a topic in the minutes");

    public static CommandForm Resolution { get; } =
        Form("resolved", MinuteKind.Resolution, "<text>", "RESOLVED: meet on Fridays", "records a resolution",
        "decision", "resolution", "decided");

    public static CommandForm Agreement { get; } = Form(
        "agreed", MinuteKind.Agreement, "<text>", "AGREED: assets first", "records what was agreed", "agreement");

    public static CommandForm Action { get; } =
        Form("action", MinuteKind.Action, "<who> to <what> [by <day>]", "ACTION: Luna to share the document by Friday",
        "gives somebody something to do", "action item", "action point", "todo") with
        {
            Moment = Moment.Always,
            TakesNumber = true,
            MembersFromAfar = true,
            TellsFromAfar = true,
            Read = input => EditAction.OfNumber(input) ?? Read(MinuteKind.Action, "action", input),
            IsPlain = EditAction.IsPlain,
        };

    /// <summary>A line of the running meeting's chat, or that its author is there; talk may be a slip.</summary>
    public static Command? ReadLine(IncomingMessage message)
    {
        if ((message.Bare || message.Addressed) && PastedTimetable.Read(message.Text) is { } timetable)
            return new OfferAgenda(timetable);
        var block = MinutesGrammar.ReadBlock(message.Text);
        if (!block.IsEmpty) return new RecordLines(block, Asked: message.Addressed) { IsPlain = true };
        if (message.Addressed) return null;
        return Mislabels.Read(message.Text.Trim()) is { } slip ? new HintAtLabel(slip) : new NotePresence();
    }

    private static CommandForm Form(
        string words, MinuteKind kind, string syntax, string example, string purpose, params string[] aliases) =>
        new(words, syntax, example, purpose, input => Read(kind, words, input))
    {
        Aliases = [.. aliases],
        Moment = Moment.InMeeting,
        KeepsText = true,
    };

    private static ParsedCommand Read(MinuteKind kind, string words, CommandInput input)
    {
        var text = (input.Field("text") ?? input.Text).TrimStart(':', ' ', '\t', '\r', '\n');
        return text.Length == 0
            ? ParsedCommand.Wrong($"What should the {words} say?")
            : new RecordLines(MinutesGrammar.ReadAs(kind, text), Asked: true);
    }
}
