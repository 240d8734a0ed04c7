using System.Text.Json;

namespace MeetingBot.Storage.Azure;

/// <summary>What the service answered instead of doing it: the status and the code of its error body.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">As <see cref="TableErrorCode"/> has them; empty if the body has none.</param>
/// <param name="FailedIndex">Of a batch's change, counted from zero; null outside batches.</param>
internal sealed record TableError(int Status, string Code, int? FailedIndex)
{
    /// <summary>Whether a row was not as a change wanted it, which is an answer and no failure.</summary>
    public bool IsConflict => Code is TableErrorCode.EntityAlreadyExists
        or TableErrorCode.UpdateConditionNotSatisfied or TableErrorCode.ConditionNotMet
        or TableErrorCode.ResourceNotFound or TableErrorCode.EntityNotFound;

    /// <summary>
    /// Reads <c>{"odata.error":{"code":…,"message":{"value":"1:…"}}}</c>; errors of others are XML or empty.
    /// </summary>
    public static TableError Read(int status, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.GetProperty("odata.error");
            var code = error.GetProperty("code").GetString() ?? "";
            var text = error.GetProperty("message").GetProperty("value").GetString() ?? "";
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return new(status, code, colon > 0 && int.TryParse(text.AsSpan(0, colon), out var index) ? index : null);
        }
        catch (Exception unread) when (unread is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(status, "", null);
        }
    }

    public override string ToString() => Code.Length > 0 ? $"{Status} {Code}" : $"{Status}";
}
