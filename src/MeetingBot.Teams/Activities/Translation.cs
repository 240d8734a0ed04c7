using MeetingBot.Conversations;
using MeetingBot.Teams.Files;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// What became of an activity: a turn to run, a file that may be put somewhere, nothing, a problem, or an invoke that
/// is not known.
/// </summary>
internal readonly record struct Translation(
    Incoming? Incoming, string? Problem = null, bool Unsupported = false, FileConsent? Consent = null)
{
    /// <summary>A calendar to be fetched for the message before its turn; null for none.</summary>
    public SentFile? File { get; init; }

    public static Translation Ignored => default;

    public static Translation UnknownInvoke => new(null, Unsupported: true);

    public static Translation Bad(string problem) => new(null, problem);

    public static Translation Of(FileConsent file) => new(null, Consent: file);

    public static implicit operator Translation(Incoming incoming) => new(incoming);
}
