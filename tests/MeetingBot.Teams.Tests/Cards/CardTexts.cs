using System.Collections;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>What of a card a person is to see, found by looking through its records.</summary>
public static class CardTexts
{
    // Ids, addresses and names of lists are not shown.
    private static readonly HashSet<string> Hidden =
    [
        "Verb", "Data", "Link", "Id", "Source", "Refresh", "Suggests", $"{nameof(Choice)}.{nameof(Choice.Value)}",
        $"{nameof(ChoiceInput)}.{nameof(ChoiceInput.Value)}",
    ];

    public static IReadOnlyList<string> Shown(Card card) => [.. Of(card).Where(text => text.Length > 0)];

    private static IEnumerable<string> Of(object? value) => value switch
    {
        null => [],
        string text => [text],
        CardButton button => [Brief(button.Title)],
        IEnumerable items => items.Cast<object?>().SelectMany(Of),
        _ when value.GetType().Assembly == typeof(Card).Assembly && !value.GetType().IsEnum => OfRecord(value),
        _ => [],
    };

    private static IEnumerable<string> OfRecord(object record) =>
        from property in record.GetType().GetProperties()
        where !Hidden.Contains(property.Name) && !Hidden.Contains($"{record.GetType().Name}.{property.Name}")
        from text in Of(property.GetValue(record))
        select text;

    // Buttons say at most a hundred characters.
    private static string Brief(string title) => title.Length <= 100 ? title : title[..20];
}
