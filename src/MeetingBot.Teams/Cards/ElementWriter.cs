using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>Writes the elements of a card's body.</summary>
internal static class ElementWriter
{
    public static void Write(Utf8JsonWriter writer, CardElement element)
    {
        switch (element)
        {
            case CardHeading heading: CardTextWriter.WriteHeading(writer, heading.Text, level: 2); break;
            case CardText text: CardTextWriter.WriteParagraph(writer, text); break;
            case CardFacts facts: WriteFacts(writer, facts.Facts); break;
            case CardTable table: TableWriter.Write(writer, table); break;
            case CardImage image: WriteImage(writer, image); break;
            case CardColumns columns: WriteColumns(writer, columns.Columns); break;
            case CardButtons buttons: ActionWriter.WriteSet(writer, buttons.Buttons); break;
            case CardInput input: InputWriter.Write(writer, input); break;
            default: throw new ArgumentException($"No way is known to draw {element.GetType().Name}.", nameof(element));
        }
    }

    // A FactSet reads markdown in names and values; a paragraph of two runs reads none, and is read aloud as one.
    private static void WriteFacts(Utf8JsonWriter writer, ImmutableArray<CardFact> facts)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            CardTextWriter.StartRuns(writer, tight: i > 0);
            CardTextWriter.WriteRun(writer, facts[i].Name + ": ", strong: true);
            CardTextWriter.WriteRun(writer, facts[i].Value);
            CardTextWriter.EndRuns(writer);
        }
    }

    // Clients load pictures by https alone; where there can be none, its words stand for it.
    private static void WriteImage(Utf8JsonWriter writer, CardImage image)
    {
        if (!WebAddress.IsForImages(image.Source))
        {
            CardTextWriter.WriteParagraph(writer, new CardText(image.AltText));
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Image"u8);
        writer.WriteString("url"u8, image.Source.AbsoluteUri);
        writer.WriteString("altText"u8, ShownText.Plain(image.AltText));
        writer.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter writer, ImmutableArray<ImmutableArray<CardElement>> columns)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "ColumnSet"u8);
        writer.WriteStartArray("columns"u8);
        foreach (var column in columns)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "Column"u8);
            writer.WriteString("width"u8, "stretch"u8);
            writer.WriteStartArray("items"u8);
            foreach (var element in column) Write(writer, element);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
