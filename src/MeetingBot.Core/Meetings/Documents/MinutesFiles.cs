using System.Globalization;
using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Documents;

/// <summary>Minutes as Markdown files, to be handed over by a platform.</summary>
public sealed class MinutesFiles(ITable table, ViewMinutes view, IClock clock, TurnOptions options)
{
    /// <summary>What the references begin with.</summary>
    public const string Kind = "minutes";

    /// <summary>The offer of a meeting's minutes; who has their address may have the file.</summary>
    public static FileOffer Of(Group group, int meeting, string description) => new(
        string.Create(CultureInfo.InvariantCulture, $"minutes-{meeting}.md"), description,
        string.Create(CultureInfo.InvariantCulture, $"{Kind}/{group.Link}/{meeting}"));

    /// <param name="reference">Behind <see cref="Kind"/>.</param>
    /// <inheritdoc cref="ReadFile"/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(string reference, CancellationToken cancel)
    {
        if (reference.Split('/') is not [{ Length: > 0 } token, var typed]
            || !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var meeting)) return null;
        var link = await PageLinks.FindAsync(table, token, Kind, clock.GetCurrentInstant(), cancel);
        if (link is null || await view(link.Group, meeting, cancel) is not { } minutes) return null;
        return Encoding.UTF8.GetBytes(MinutesMarkdown.Write(minutes, options.Page(Kind, token, typed)));
    }
}
