using System.Collections.Immutable;
using System.Text;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// The ids that go back with a button: JSON in its value, and the texts that are too long for it in fields of their
/// own, where who presses sees them, and may change them as they may change any field.
/// </summary>
/// <param name="Value">A JSON object of strings.</param>
/// <param name="Long">The fields that are not in it.</param>
internal sealed record ButtonData(string Value, ImmutableArray<KeyValuePair<string, string>> Long)
{
    /// <param name="room">Most characters of the value.</param>
    /// <exception cref="CardTooLargeException">Too many short ids.</exception>
    public static ButtonData Of(CardButton button, int room)
    {
        var (kept, parted) = (button.Data, ImmutableArray.CreateBuilder<KeyValuePair<string, string>>());
        for (var value = Json(kept); ; value = Json(kept))
        {
            if (ShownText.Length(value) <= room) return new ButtonData(value, parted.ToImmutable());
            var longest = kept.OrderByDescending(one => one.Value.Length).FirstOrDefault();
            if (longest.Value is not { Length: > BlockLimits.Option })
                throw new CardTooLargeException("The data of a button", value.Length, room);
            parted.Add(longest);
            kept = kept.Remove(longest.Key);
        }
    }

    private static string Json(ImmutableSortedDictionary<string, string> data) =>
        Encoding.UTF8.GetString(Block.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var (key, value) in data) writer.WriteString(key, value);
            writer.WriteEndObject();
        }).WrittenSpan);
}
