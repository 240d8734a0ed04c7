using System.Globalization;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// How the elements of a card are called, so that what comes back says what it was: <c>press|3|agenda next</c> and
/// <c>send|4|agenda add</c> are buttons without and with the card's inputs, <c>modal|open</c> opens the card's form,
/// <c>link|5</c> opened a page by itself, <c>title</c> is an input, <c>list|zones|zone</c> one of whose list choices are
/// offered, and <c>part|4|0|lines</c> holds the beginning of what goes with the fourth button as <c>lines</c>.
/// </summary>
internal static class ActionIds
{
    public const string OpenModal = "modal|open";

    private const string PressKind = "press";
    private const string SendKind = "send";
    private const string PartKind = "part";
    private const string ListKind = "list";

    public static string Press(int number, string verb, bool sendsInputs) =>
        Bounded($"{(sendsInputs ? SendKind : PressKind)}|{Text(number)}|{verb}");

    public static string Link(int number) => $"link|{Text(number)}";

    public static string Input(string id) =>
        id.Contains('|', StringComparison.Ordinal)
            ? throw new ArgumentException("The id of an input holds no bar.", nameof(id))
            : Bounded(id);

    public static string Listed(string list, string id) => Bounded($"{ListKind}|{list}|{Input(id)}");

    public static string Part(int number, int index, string field) =>
        Bounded($"part|{Text(number)}|{Text(index)}|{field}");

    /// <summary>The button that it names, or null for anything else.</summary>
    public static (int Number, string Verb, bool SendsInputs)? ReadPress(string id) =>
        id.Split('|', 3) is [var kind, var number, { Length: > 0 } verb] && kind is (PressKind or SendKind)
        && Number(number) is { } read
            ? (read, verb, kind == SendKind)
            : null;

    /// <summary>The part that it names, or null for anything else.</summary>
    public static (int Number, int Index, string Field)? ReadPart(string id) =>
        id.Split('|', 4) is [PartKind, var number, var index, { Length: > 0 } field]
        && Number(number) is { } read && Number(index) is { } at
            ? (read, at, field)
            : null;

    /// <summary>The list and the input that it names, or null for anything else.</summary>
    public static (string List, string Id)? ReadListed(string id) =>
        id.Split('|', 3) is [ListKind, { Length: > 0 } list, { Length: > 0 } input] ? (list, input) : null;

    private static string Bounded(string id) =>
        id.Length <= BlockLimits.Id ? id : throw new CardTooLargeException("An id", id.Length, BlockLimits.Id);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
