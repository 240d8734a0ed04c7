namespace MeetingBot.Web.Reports.Printing;

/// <summary>
/// Prints pages to PDF by a Chromium, one at a time: each is a process of a hundred megabytes and more. A few may wait.
/// A contents has the numbers of its pages.
/// </summary>
public sealed class PdfPrinter(ChromiumProgram? chromium, TimeSpan? limit = null) : IDisposable
{
    /// <summary>So many may wait for the one that prints.</summary>
    public const int MostWaiting = 8;

    /// <summary>No report takes longer; a Chromium that hangs does.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1, 1);
    private int _waiting;

    public bool CanPrint => chromium is not null;

    /// <param name="html">A page that needs nothing else: there is no network.</param>
    /// <exception cref="PdfException">There is no Chromium, too many wait, or it did not print.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        if (chromium is null)
            throw new PdfException(
                "No PDF can be made here, for there is no Chromium on this machine.", mayTryAgain: false);
        if (Interlocked.Increment(ref _waiting) > MostWaiting + 1)
        {
            Interlocked.Decrement(ref _waiting);
            throw new PdfException(
                "Too many PDFs are being made just now; please try again in a moment.", mayTryAgain: true);
        }
        try
        {
            await _one.WaitAsync(cancel);
            try
            {
                return PageNumbers.AddTo(await ChromiumRun.PrintAsync(chromium, html, limit ?? UsualLimit, cancel));
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _one.Dispose();
}
