using MeetingBot.Conversations;

namespace MeetingBot.Agendas;

/// <summary>What an item is called by: its number, or enough of its title to mean no other.</summary>
public sealed record ItemName(string Typed)
{
    /// <summary>The item, or why it can't be told.</summary>
    public (AgendaItem? Item, Refusal? Refusal) Find(AgendaState agenda)
    {
        if (CommandInput.TypedNumber(Typed) is { } number)
            return agenda[number] is { } numbered
                ? (numbered, null)
                : (null, AgendaRefusals.NoSuchItem(number, agenda));
        var title = Phrases.Words(Typed);
        List<Func<AgendaItem, bool>> ways =
        [
            item => Phrases.SameWords(item.Title, title),
            item => $"{Phrases.Words(item.Title)} ".StartsWith(title + " ", StringComparison.OrdinalIgnoreCase),
            item => $" {Phrases.Words(item.Title)} ".Contains($" {title} ", StringComparison.OrdinalIgnoreCase),
        ];
        var meant = ways.Select(way => agenda.Items.Where(way).ToList()).FirstOrDefault(items => items.Count > 0);
        return meant switch
        {
            [var item] => (item, null),
            null => (null, AgendaRefusals.NoSuchTitle(title, agenda)),
            _ => (null, AgendaRefusals.SeveralSuch(title, meant)),
        };
    }
}
