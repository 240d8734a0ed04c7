using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Pages;

/// <summary>
/// CommonMark to HTML without raw HTML, without pictures, with links to the web and within the page only.
/// </summary>
public static class SafeMarkdown
{
    /// <summary>Headings of a message begin below those of the page.</summary>
    private const int HeadingShift = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>
    /// The HTML, or null when the text can't be read as Markdown (nested too deeply): show it as plain text.
    /// </summary>
    public static MarkupString? ToHtml(string text)
    {
        try
        {
            var document = Markdig.Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(6, heading.Level + HeadingShift);
            foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList()) Tame(link);
            return new MarkupString(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a typed address may be followed: http, https, or a place in the same page.</summary>
    public static bool IsAllowed(string? address) =>
        address is { Length: > 0 }
        && (address[0] == '#' || (Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)));

    private static void Tame(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!link.IsImage && IsAllowed(address)) Mark(link);
        else link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }

    private static void Tame(AutolinkInline link)
    {
        if (!link.IsEmail && IsAllowed(link.Url)) Mark(link);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void Mark(Inline link) => link.GetAttributes().AddProperty("rel", "noopener nofollow");
}
