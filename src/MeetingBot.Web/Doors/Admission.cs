namespace MeetingBot.Web.Doors;

/// <summary>How a page's address was let in by <see cref="AddressGate"/>.</summary>
public enum Admission
{
    /// <summary>Not now.</summary>
    Refused,

    /// <summary>As one that has led somewhere before.</summary>
    Known,

    /// <summary>As one that may lead nowhere, which is counted as such until it is found.</summary>
    Tried,
}
