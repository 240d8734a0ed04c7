using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Web.Guests;

/// <summary>
/// What every request for a guest's page goes through. The address alone admits; one that is wrong, was ended or is of
/// something else is answered alike, and written down without it.
/// </summary>
public sealed partial class GuestDoor(AddressGate gate, PageReply reply, ILogger<GuestDoor> log)
{
    /// <summary>Most bytes of a form: many times what the longest page's has.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Goes on with the request, or says what went wrong.</summary>
    public async Task EnterAsync(HttpContext context, Func<Task> handle)
    {
        try
        {
            await handle();
        }
        catch (TableUnavailableException)
        {
            context.Response.Headers.RetryAfter = "10";
            await SayAsync(context, StatusCodes.Status503ServiceUnavailable, HttpMethods.IsPost(context.Request.Method)
                ? "The store does not answer just now, and I do not know whether your answer was saved. Load this page "
                    + "again in a moment, which sends the same once more: it is taken only once."
                : "The store does not answer just now. Nothing is lost: please try again in a moment.");
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            Failed(log, ErrorWithoutWords.Of(error));
            await SayAsync(context, StatusCodes.Status500InternalServerError,
                "Something went wrong here. Load this page again in a moment: the same answer is taken only once.");
        }
    }

    /// <summary>What the address leads to now; null after the request was answered that there is nothing.</summary>
    /// <param name="find">Looks for it; it may have been known once.</param>
    /// <param name="nothing">What there is none of here: <c>poll to answer</c>.</param>
    internal async Task<TPage?> FindAsync<TPage>(
        HttpContext context, Func<GuestCall, ValueTask<(TPage? Page, bool Known)>> find, string nothing)
        where TPage : class
    {
        var (call, caller) = (GuestCall.Read(context), context.Connection.RemoteIpAddress);
        var admission = gate.Admit(call.Token, caller);
        if (admission == Admission.Refused)
        {
            context.Response.Headers.RetryAfter = "60";
            await SayAsync(context, StatusCodes.Status429TooManyRequests,
                "This was asked for too often. Please try again in a minute.");
            return null;
        }
        var (page, known) = call.IsWhole ? await find(call) : default;
        if (page is not null)
        {
            gate.Found(call.Token, caller, admission);
            return page;
        }
        gate.Missed(call.Token);
        Refused(log, known ? "the link has ended" : "there is no such link", context.Request.Method, caller);
        await SayAsync(context, StatusCodes.Status404NotFound,
            $"There is no {nothing} here: the link is not whole, or has ended. Ask who has sent it to you.");
        return null;
    }

    /// <summary>Refuses what no page of ours sends.</summary>
    public Task RefuseAsync(HttpContext context, int status, string why, string text)
    {
        Refused(log, why, context.Request.Method, context.Connection.RemoteIpAddress);
        return SayAsync(context, status, text);
    }

    private Task SayAsync(HttpContext context, int status, string text) => reply.WriteAsync<SayPage>(
        context, status,
        (nameof(SayPage.Text), text), (nameof(SayPage.Status), status), (nameof(SayPage.ForGuests), true));

    [LoggerMessage(311, LogLevel.Warning, "A guest's page was refused: {Why} ({Method} from {Caller})")]
    private static partial void Refused(ILogger log, string why, string method, System.Net.IPAddress? caller);

    [LoggerMessage(312, LogLevel.Error, "A guest's page failed: {Error}")]
    private static partial void Failed(ILogger log, string error);
}
