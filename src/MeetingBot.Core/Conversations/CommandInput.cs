using System.Collections.Immutable;
using System.Globalization;

namespace MeetingBot.Conversations;

/// <summary>What stands behind a command's words, or in the fields of a card.</summary>
/// <param name="Text">The rest of the typed text, trimmed; empty for a card.</param>
/// <param name="Fields">The fields of a card's answer; empty for typed text.</param>
/// <param name="Incoming">What happened, with who and where.</param>
public sealed record CommandInput(string Text, ImmutableDictionary<string, string> Fields, Incoming Incoming)
{
    public ImmutableArray<Person> Mentioned => Incoming is IncomingMessage message ? message.Mentioned : [];

    /// <summary>Typed with neither a slash nor a mention; see <see cref="IncomingMessage.MayBeTalk"/>.</summary>
    public bool MayBeTalk => Incoming is IncomingMessage message && message.MayBeTalk();

    /// <summary>Typed or pressed for the bot, so that there is an answer to it whatever it says.</summary>
    public bool Asked => !MayBeTalk || Incoming is IncomingMessage { Addressed: true };

    public bool IsCard => Incoming is CardAnswer;

    /// <summary>A field that is there and not empty, or null.</summary>
    public string? Field(string name) =>
        Fields.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A field that is a whole number, or null.</summary>
    public int? NumberField(string name) =>
        int.TryParse(Field(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The number that the command names, in a card's field or typed, with or without <c>#</c>.</summary>
    public int? Number(string field) => NumberField(field) ?? TypedNumber(Text);

    /// <summary>A number as people type one: <c>3</c>, <c>#3</c>, <c>3.</c>; null for anything else.</summary>
    public static int? TypedNumber(string text) =>
        int.TryParse(text.TrimStart('#').TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var typed)
            ? typed
            : null;
}
