using MeetingBot.Web.Reports.Printing;

namespace MeetingBot.Web.Reports;

/// <summary>Reports as PDF files, to be handed over by a platform.</summary>
public sealed class ReportFiles(FindReport find, ReportHtml html, PdfPrinter printer)
{
    // Who is sent it has its address too, and a message is not held up by it for longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>The printed report; null where there is none, or it can't be printed in time.</summary>
    /// <param name="token">Of its address. It comes back from outside and is not trusted.</param>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(string token, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(Limit);
        try
        {
            return ReportCall.IsToken(token) && await find(token, inTime.Token) is { } document
                ? await printer.PrintAsync(await html.WriteAsync(document), inTime.Token)
                : null;
        }
        catch (PdfException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
