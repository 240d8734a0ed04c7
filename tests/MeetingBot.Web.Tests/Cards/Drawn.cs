using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MeetingBot.Cards;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeetingBot.Web.Tests.Cards;

/// <summary>Draws components without a server.</summary>
internal static class Drawn
{
    public static async Task<IElement> CardAsync(Card card) =>
        (await HtmlAsync<CardForm>(
            (nameof(CardForm.Card), card),
            (nameof(CardForm.Drawing),
                new CardDrawing("post-1", "/room/main/answer?as=Luna", "0000000001", "token", "form-id"))))
        .QuerySelector("form")!;

    public static async Task<IDocument> HtmlAsync<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var html = new ComponentHtml(services, NullLoggerFactory.Instance);
        return new HtmlParser().ParseDocument(await html.RenderAsync<T>(parameters));
    }
}
