namespace MeetingBot.Teams.Activities;

/// <summary>A conversation; a channel's id ends with <c>;messageid=…</c>, which names the thread.</summary>
internal sealed class ConversationAccount
{
    public string? Id { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
    public bool? IsGroup { get; set; }
}
