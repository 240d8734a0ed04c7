namespace MeetingBot.Slack.Payloads;

/// <summary>A view to be opened with a trigger, which lasts three seconds.</summary>
/// <param name="View">UTF-8 JSON.</param>
internal sealed record AskedView(string Tenant, string Trigger, ReadOnlyMemory<byte> View);
