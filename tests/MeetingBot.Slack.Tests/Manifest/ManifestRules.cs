using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MeetingBot.Slack.Tests.Manifest;

/// <summary>
/// What Slack refuses of a manifest: fields that it does not know, texts that are too long, lists that hold too much.
/// Source: Slack, "App manifest reference", as of November 2026.
/// </summary>
internal static class ManifestRules
{
    private static readonly (string Path, string Pattern)[] Known =
    [
        ("_metadata.major_version", "1"),
        ("_metadata.minor_version", "[0-9]+"),
        ("display_information.name", ".{1,35}"),
        ("display_information.description", ".{1,140}"),
        ("display_information.background_color", "#[0-9a-fA-F]{6}"),
        ("features.app_home.(home_tab_enabled|messages_tab_enabled|messages_tab_read_only_enabled)", "true|false"),
        ("features.bot_user.display_name", ".{1,80}"),
        ("features.bot_user.always_online", "true|false"),
        ("features.shortcuts.[0-9].name", ".{1,24}"),
        ("features.shortcuts.[0-9].type", "message|global"),
        ("features.shortcuts.[0-9].callback_id", ".{1,255}"),
        ("features.shortcuts.[0-9].description", ".{1,150}"),
        ("features.slash_commands.[0-4]?[0-9].command", "/[a-z]{1,31}"),
        ("features.slash_commands.[0-4]?[0-9].url", "https://.{1,2900}"),
        ("features.slash_commands.[0-4]?[0-9].description", ".{1,2000}"),
        ("features.slash_commands.[0-4]?[0-9].usage_hint", ".{1,1000}"),
        ("features.slash_commands.[0-4]?[0-9].should_escape", "true|false"),
        ("oauth_config.redirect_urls.[0-9]{1,3}", "https://.{1,2900}"),
        ("oauth_config.scopes.bot.[0-9]+", "[a-z_.:]{1,50}"),
        ("settings.event_subscriptions.request_url", "https://.{1,3400}"),
        ("settings.event_subscriptions.bot_events.[0-9]{1,2}", "[a-z_.]{1,50}"),
        ("settings.interactivity.is_enabled", "true|false"),
        ("settings.interactivity.(request_url|message_menu_options_url)", "https://.{1,2900}"),
        ("settings.(org_deploy_enabled|socket_mode_enabled|token_rotation_enabled)", "true|false"),
    ];

    /// <summary>Everything that is wrong, each with its place.</summary>
    public static IEnumerable<string> Wrong(JsonNode manifest) => Leaves(manifest, "")
        .Where(leaf => !Array.Exists(
            Known, rule => Whole(rule.Path.Replace(".", "\\.", StringComparison.Ordinal), leaf.Path)
                && Whole(rule.Pattern, leaf.Text)))
        .Select(leaf => $"{leaf.Path}: {leaf.Text}")
        .Concat(Twice(manifest));

    private static IEnumerable<string> Twice(JsonNode manifest)
    {
        string[] lists = ["features.slash_commands.[0-9]+.command", "oauth_config.+", "settings.+bot_events.+", ".+callback_id"];
        return lists.SelectMany(list => Leaves(manifest, "").Where(leaf => Whole(list, leaf.Path))
            .GroupBy(leaf => leaf.Text).Where(same => same.Count() > 1).Select(same => $"twice: {same.Key}"));
    }

    private static IEnumerable<(string Path, string Text)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Leaves(field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray items => items.SelectMany((item, i) => Leaves(item, $"{path}.{i}")),
        JsonValue value => [(path, value.ToString())],
        _ => [(path, "")],
    };

    private static bool Whole(string pattern, string text) =>
        Regex.IsMatch(text, $"\\A(?:{pattern})\\z", RegexOptions.CultureInvariant);
}
