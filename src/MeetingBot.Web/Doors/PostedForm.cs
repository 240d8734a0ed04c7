using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Doors;

/// <summary>A form as it was posted, or why it is not accepted (it may still be shown again).</summary>
public sealed record PostedForm(IFormCollection Fields, int Status = StatusCodes.Status200OK, string? Refusal = null)
{
    public static PostedForm Refused(int status, string refusal) => new(FormCollection.Empty, status, refusal);

    /// <summary>The one value of a field, or an empty text.</summary>
    public string this[string name] => Fields.TryGetValue(name, out var values) ? values.ToString() : "";
}
