using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Pages;

/// <summary>Answers a request with a page or, when our script asks, with a part of one.</summary>
public sealed class PageReply(ComponentHtml html)
{
    /// <summary>Whether the page's own script asks, and wants only what is to be put in place.</summary>
    public static bool WantsPart(HttpRequest request) => request.Headers.XRequestedWith == "fetch";

    public async Task WriteAsync<TComponent>(
        HttpContext context, int status, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var text = await html.RenderAsync<TComponent>(parameters);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        PageHeaders.Apply(context.Response);
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.WriteAsync(text);
    }

    /// <summary>Says one thing in words: a refusal, something not found, trouble.</summary>
    public Task SayAsync(HttpContext context, int status, string text) =>
        WantsPart(context.Request)
            ? WriteAsync<NoticeView>(
                context, status, (nameof(NoticeView.Text), text), (nameof(NoticeView.Bad), status >= 400))
            : WriteAsync<SayPage>(context, status, (nameof(SayPage.Text), text), (nameof(SayPage.Status), status));
}
