using MeetingBot.Conversations;

namespace MeetingBot.Web.Minutes;

/// <summary>The minutes that an unguessable link leads to.</summary>
/// <param name="Meeting">The meeting's number in the group.</param>
public sealed record MinutesLink(GroupId Group, int Meeting);

/// <summary>
/// What the link's token stands for, or null. The token comes from outside: at most 200 of <c>A-Z a-z 0-9 - _ .</c>
/// </summary>
public delegate ValueTask<MinutesLink?> ResolveMinutesLink(string token, CancellationToken cancel);
