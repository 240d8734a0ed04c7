namespace MeetingBot.Slack.Blocks;

/// <summary>Parts blocks into pages that each fit a message.</summary>
internal static class MessagePages
{
    // A title with its numbers, or a strong line that goes on.
    private const int TitleWeight = 200;
    private const int TitleBlocks = 1;

    public static bool Fits(IReadOnlyCollection<Block> blocks) =>
        blocks.Count + TitleBlocks <= BlockLimits.MessageBlocks
        && blocks.Sum(block => block.Weight) + TitleWeight <= BlockLimits.MessageWeight
        && blocks.Count(block => block.IsTable) <= 1;

    /// <summary>
    /// Pages without their title; what is to stand together in the last one is there, but for words about it where
    /// those are too many.
    /// </summary>
    /// <exception cref="CardTooLargeException">What is to stand together does not fit into a message.</exception>
    public static List<List<Block>> Of(IEnumerable<Block> blocks, List<Block> last)
    {
        if (!Fits(last))
        {
            blocks = [.. blocks, .. last.Where(block => !block.Answers)];
            last = [.. last.Where(block => block.Answers)];
            if (!Fits(last))
                throw new CardTooLargeException(
                    "The inputs and buttons", last.Sum(block => block.Weight), BlockLimits.MessageWeight);
        }
        var pages = Pack(blocks);
        if (pages.Count > 0 && Fits([.. pages[^1], .. last])) pages[^1].AddRange(last);
        else if (last.Count > 0 || pages.Count == 0) pages.Add(last);
        return pages;
    }

    private static List<List<Block>> Pack(IEnumerable<Block> blocks)
    {
        var pages = new List<List<Block>>();
        foreach (var block in blocks)
        {
            if (pages.Count == 0) pages.Add([]);
            else if (!Fits([.. pages[^1], block])) pages.Add(Leading(pages[^1], block));
            pages[^1].Add(block);
        }
        return pages;
    }

    // What heads the next block goes along with it, unless the page would begin and end with that.
    private static List<Block> Leading(List<Block> page, Block next)
    {
        var from = page.Count;
        while (from > 0 && page[from - 1].Leads) from--;
        var heads = page[from..];
        if (from == 0 || heads.Count == 0 || !Fits([.. heads, next])) return [];
        page.RemoveRange(from, heads.Count);
        return heads;
    }
}
