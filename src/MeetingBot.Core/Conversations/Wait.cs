using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Waits that long. Handed in, so that tests are not made of waiting.</summary>
public delegate Task Wait(Duration length, CancellationToken cancel);
