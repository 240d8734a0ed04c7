using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Web.Pages;

/// <summary>Draws Razor components to HTML, statically.</summary>
public sealed class ComponentHtml(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString());
    }
}
