namespace MeetingBot.Slack.Blocks;

/// <summary>
/// What Slack takes, from its published types (<c>@slack/types</c>) and what its clients' makers found. Lengths are
/// UTF-16 code units, with <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> counted as they are once escaped (<see
/// cref="ShownText.Length"/>).
/// </summary>
internal static class BlockLimits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>
    /// Of all strings in the blocks of a message. The true limit is not documented, and was seen at 13,200 for text
    /// alone and somewhat lower for rich text.
    /// </summary>
    public const int MessageWeight = 12_000;

    public const int ViewBytes = 250_000;

    public const int Text = 3_000;
    public const int Context = 2_000;
    public const int Header = 150;
    public const int Label = 2_000;
    public const int Placeholder = 150;
    public const int TypedText = 3_000;
    public const int AltText = 2_000;
    public const int Address = 3_000;

    public const int Id = 255;
    public const int ButtonText = 75;
    public const int ButtonValue = 2_000;
    public const int Actions = 25;

    public const int Option = 75;
    public const int Options = 100;
    public const int OpenOptions = 10;

    public const int TableRows = 100;
    public const int TableCells = 20;

    /// <summary>Of all cells of a table; Slack takes 10,000.</summary>
    public const int TableText = 8_000;

    public const int ViewTitle = 24;
    public const int ViewMetadata = 3_000;
}
