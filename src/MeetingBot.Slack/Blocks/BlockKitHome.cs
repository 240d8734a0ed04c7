using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Homes;
using MeetingBot.Slack.Homes;

namespace MeetingBot.Slack.Blocks;

/// <summary>Draws somebody's home as the <c>view</c> of views.publish.</summary>
internal static class BlockKitHome
{
    /// <summary>The <c>callback_id</c> of the view.</summary>
    public const string Callback = "home";

    /// <summary>The verb of a button that turns the page; no command's.</summary>
    public const string PageVerb = "home page";

    /// <summary>The field of that button that says where the page begins.</summary>
    public const string From = "from";

    private const string Title = "What waits for you";
    private const string Alone = "Your own chat with me";
    private const int MostNotice = 1_000;

    /// <param name="from">Where the page begins.</param>
    /// <param name="notice">What came of what was just pressed; null for nothing.</param>
    /// <returns>The view, UTF-8 JSON.</returns>
    /// <exception cref="CardTooLargeException">It does not fit into one view.</exception>
    public static ReadOnlyMemory<byte> Of(PersonHome home, string from, CardText? notice = null)
    {
        var drawer = new CardDrawer(tables: false);
        List<Block> blocks = [.. RichText.Heading(Title)];
        if (notice is not null)
            blocks.AddRange(drawer.Draw(notice with { Text = Phrases.Shorten(notice.Text, MostNotice) }));
        blocks.AddRange(home.Head.SelectMany(drawer.Draw));
        foreach (var part in home.Parts)
        {
            blocks.AddRange(Heading(part));
            blocks.AddRange(part.Body.SelectMany(drawer.Draw));
        }
        blocks.AddRange(drawer.Buttons(Pages(home, from)));
        if (blocks.Count > BlockLimits.ViewBlocks)
            throw new CardTooLargeException("A home", blocks.Count, BlockLimits.ViewBlocks);
        var view = Block.Write(writer => Write(writer, from, blocks)).WrittenMemory;
        return view.Length <= BlockLimits.ViewBytes
            ? view
            : throw new CardTooLargeException("A home", view.Length, BlockLimits.ViewBytes);
    }

    private static IEnumerable<Block> Heading(HomePart part) => part switch
    {
        { Name: { } name } when !string.IsNullOrWhiteSpace(ShownText.Line(name)) => RichText.Heading(name),
        { Conversation.Kind: ConversationKind.Personal } => RichText.Heading(Alone),
        // Slack shows the name of a channel to who may see it.
        _ => [RichText.Channel(part.Conversation.Id)],
    };

    private static List<CardButton> Pages(PersonHome home, string from)
    {
        List<CardButton> buttons = [];
        if (HomePlace.Read(from) != default)
            buttons.Add(CardButton.Press("Back to the beginning", PageVerb, (From, "")));
        if (home.Next is { } next) buttons.Add(CardButton.Press("More", PageVerb, (From, next)));
        return buttons;
    }

    private static void Write(Utf8JsonWriter writer, string from, List<Block> blocks)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "home"u8);
        writer.WriteString("callback_id"u8, Callback);
        writer.WriteString("private_metadata"u8, BlockKitModal.Metadata(HomeOrigin.Write(from)));
        writer.WritePropertyName("blocks"u8);
        Block.WriteAll(writer, blocks);
        writer.WriteEndObject();
    }
}
