namespace MeetingBot.Meetings.Guests;

/// <summary>How what guests are invited to is called when they are talked about.</summary>
/// <param name="Name"><c>Poll 3, "TTT July"</c>.</param>
/// <param name="Deed">What its links are for: <c>answer Poll 3, "TTT July"</c>.</param>
/// <param name="Command">What is typed to invite its guests: <c>/poll guests 3</c>.</param>
/// <param name="Example">A whole line that works, for whoever was misunderstood.</param>
internal sealed record GuestWords(string Name, string Deed, string Command, string Example);
