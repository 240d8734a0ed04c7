using MeetingBot.Conversations;

namespace MeetingBot.Web.Minutes;

/// <summary>
/// The group whose minutes the link's token leads to, or null. The token comes from outside: at most 200 of
/// <c>A-Z a-z 0-9 - _ .</c>
/// </summary>
public delegate ValueTask<GroupId?> ResolveMinutesLink(string token, CancellationToken cancel);
