namespace MeetingBot.Web.Tests.Hosts;

/// <summary>Texts that must stay text wherever they are drawn.</summary>
internal static class Hostile
{
    public static string[] Texts { get; } =
    [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onfocus='alert(1)' autofocus='",
        "</textarea></form><form action=//example.org>",
        "[x](javascript:alert(1))",
        "<at>Luna</at> &lt;b&gt; &amp;",
        "=cmd()|' /C calc'!A0",
        "a\u202Eevil\u202C b\u200Fc",
        "{{7*7}} ${7*7} @(7*7)",
        "line\ndata: second\n\nevent: put\nid: 9",
    ];

    public static TheoryData<string> Data => [.. Texts];
}
