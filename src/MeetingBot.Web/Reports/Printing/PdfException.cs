namespace MeetingBot.Web.Reports.Printing;

/// <summary>Nothing was printed; the message says why, for a person.</summary>
/// <param name="mayTryAgain">In a moment it may do.</param>
public sealed class PdfException(string message, bool mayTryAgain) : Exception(message)
{
    public bool MayTryAgain { get; } = mayTryAgain;
}
