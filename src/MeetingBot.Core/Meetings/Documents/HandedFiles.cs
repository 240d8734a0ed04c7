using MeetingBot.Conversations;
using MeetingBot.Meetings.Feeds;

namespace MeetingBot.Meetings.Documents;

/// <summary>The report that a token leads to, printed; null where it is no more, or can't be printed now.</summary>
public delegate ValueTask<ReadOnlyMemory<byte>?> PrintReport(string token, CancellationToken cancel);

/// <summary>The files that platforms hand over, each by what its reference begins with.</summary>
/// <param name="print">Null where nothing prints.</param>
public sealed class HandedFiles(CalendarFiles calendars, MinutesFiles minutes, PrintReport? print)
{
    /// <summary>What the references of reports begin with.</summary>
    public const string Report = "report";

    private const int MostReference = 400;

    /// <inheritdoc cref="ReadFile"/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(string reference, CancellationToken cancel)
    {
        if (reference.Length > MostReference) return null;
        var rest = reference[(reference.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return reference.Split('/')[0] switch
        {
            MinutesFiles.Kind => await minutes.ReadAsync(rest, cancel),
            Report => print is null ? null : await print(rest, cancel),
            _ => await calendars.ReadAsync(reference, cancel),
        };
    }
}
