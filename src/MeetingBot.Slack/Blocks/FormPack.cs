using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// The form of a card as the value of the button that opens it, so that nothing is looked up while Slack waits. It
/// comes back from outside and is no more trusted than what is typed into it.
/// </summary>
internal static class FormPack
{
    private const int MostBytes = 64 * 1024;

    /// <summary>
    /// The card's title, inputs and the buttons that send them; null where a button's value does not hold them.
    /// </summary>
    public static string? Pack(Card card)
    {
        var form = new Card(
            card.Title, [.. card.Elements().OfType<CardInput>()],
            [.. card.AllButtons().Where(button => button.SendsInputs)]);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(brotli, form, FormJson.Default.Card);
        if (packed.Length > BlockLimits.ButtonValue) return null;
        var value = Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return value.Length <= BlockLimits.ButtonValue ? value : null;
    }

    /// <summary>The form again; null where it is none of ours.</summary>
    public static Card? Unpack(string value)
    {
        try
        {
            using var packed = new MemoryStream(Base64Url.DecodeFromChars(value));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            var bytes = new byte[MostBytes + 1];
            var length = brotli.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MostBytes) return null;
            var card = JsonSerializer.Deserialize(bytes.AsSpan(0, length), FormJson.Default.Card);
            return card is not null && IsForm(card) ? card : null;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or JsonException or NotSupportedException
            or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // Items of lists are not checked for null as they are read.
    private static bool IsForm(Card card) =>
        card.Body.All(element => element is CardInput and not ChoiceInput
            || element is ChoiceInput choice && choice.Choices.All(one => one is not null))
        && card.Buttons.All(button => button?.Data.Values.All(value => value is not null) is true);
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Card))]
internal sealed partial class FormJson : JsonSerializerContext;
