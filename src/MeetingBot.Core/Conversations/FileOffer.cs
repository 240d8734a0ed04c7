namespace MeetingBot.Conversations;

/// <summary>
/// A file that goes with a message where the platform can hand one over; everywhere else the text leads to it.
/// </summary>
/// <param name="Name">File name with its ending.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Reference">Names it to <see cref="ReadFile"/>; nothing that may not be read by who gets the
/// file.</param>
public sealed record FileOffer(string Name, string Description, string Reference);

/// <summary>
/// The file as it is now, or null where it is no more. The reference comes back from outside and is not trusted.
/// </summary>
public delegate ValueTask<ReadOnlyMemory<byte>?> ReadFile(string reference, CancellationToken cancel);
