using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>
/// What Slack refuses of blocks and views, written from its documentation and not from what draws them. Lengths are of the
/// escaped text.
/// </summary>
internal sealed class SlackLimits
{
    private const int MostText = 13_000;

    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _broken = [];
    private readonly HashSet<string> _blockIds = [];
    private readonly bool _isView;
    private int _text;
    private int _tables;

    private SlackLimits(bool isView) => _isView = isView;

    /// <summary>What is broken, in words; nothing where all is held.</summary>
    public static IReadOnlyList<string> Broken(JsonNode drawn)
    {
        var limits = new SlackLimits(drawn is JsonObject);
        if (drawn is JsonArray blocks) limits.Blocks(blocks, 50);
        else limits.View(drawn.AsObject());
        if (!limits._isView) limits.Check(limits._text <= MostText, $"the message's text: {limits._text}");
        return limits._broken;
    }

    private void View(JsonObject view)
    {
        var isHome = (string?)view["type"] == "home";
        if (isHome) Check(view["title"] is null && view["submit"] is null && view["close"] is null, "what a home has not");
        else Plain(view["title"], "title", 24);
        if (view["submit"] is { } submit) Plain(submit, "submit", 24);
        if (!isHome) Plain(view["close"], "close", 24);
        Text(view, "callback_id", 0, 255);
        Text(view, "private_metadata", 0, 3000);
        var blocks = view["blocks"]!.AsArray();
        Check(blocks.All(b => (string?)b!["type"] != "input") || view["submit"] is not null, "inputs without a submit");
        Check(Encoding.UTF8.GetByteCount(view.ToJsonString(AsSent)) <= 250_000, "view over 250 KB");
        Blocks(blocks, 100);
    }

    private void Blocks(JsonArray blocks, int most)
    {
        Check(blocks.Count >= 1 && blocks.Count <= most, $"{blocks.Count} blocks");
        foreach (var block in blocks) Block(block!.AsObject());
        Check(_tables <= (_isView ? 0 : 1), $"{_tables} tables");
    }

    private void Block(JsonObject block)
    {
        if (block["block_id"] is { } id)
            Check(((string)id!).Length is > 0 and <= 255 && _blockIds.Add((string)id!), $"block_id {id}");
        switch ((string?)block["type"])
        {
            case "header": Plain(block["text"], "header", 150); break;
            case "rich_text": RichText(block); break;
            case "context": Context(block["elements"]!.AsArray()); break;
            case "image": Image(block); break;
            case "table": Table(block); break;
            case "actions": Actions(block["elements"]!.AsArray()); break;
            case "input": Input(block); break;
            default: _broken.Add($"a block of type {block["type"]}"); break;
        }
    }

    private void RichText(JsonObject block)
    {
        var before = _text;
        Check(block["elements"]!.AsArray().Count > 0, "empty rich_text");
        foreach (var element in block["elements"]!.AsArray())
        {
            if ((string?)element!["type"] == "rich_text_section") Section(element);
            else if ((string?)element["type"] == "rich_text_list")
            {
                Check((int)element["indent"]! is >= 0 and <= 8, "indent");
                foreach (var point in element["elements"]!.AsArray()) Section(point!);
            }
            else _broken.Add($"rich_text of {element["type"]}");
        }
        Check(_text - before is > 0 and <= 3100, $"rich_text of {_text - before}");
    }

    private void Section(JsonNode section)
    {
        Check(section["elements"]!.AsArray().Count > 0, "empty section");
        foreach (var run in section["elements"]!.AsArray())
        {
            if ((string?)run!["type"] == "channel")
            {
                Text(run, "channel_id", 1, 64);
                continue;
            }
            Check((string?)run!["type"] is "text" or "link", $"a run of type {run["type"]}");
            Text(run, "text", 1, 3000);
            if (run["url"] is not null) Text(run, "url", 1, 3000);
        }
    }

    private void Context(JsonArray elements)
    {
        Check(elements.Count is >= 1 and <= 10, $"context of {elements.Count}");
        foreach (var element in elements) Plain(element, "context", 2000);
    }

    private void Image(JsonObject block)
    {
        Text(block, "alt_text", 1, 2000);
        Text(block, "image_url", 1, 3000);
        Check(((string)block["image_url"]!).StartsWith("https://", StringComparison.Ordinal), "picture without https");
    }

    private void Table(JsonObject block)
    {
        var before = _text;
        var rows = block["rows"]!.AsArray();
        _tables++;
        Check(rows.Count is >= 1 and <= 100, $"{rows.Count} rows");
        Check(block["column_settings"]!.AsArray().Count <= 20, "column settings");
        foreach (var row in rows)
        {
            Check(row!.AsArray().Count is >= 1 and <= 20 && row.AsArray().Count == rows[0]!.AsArray().Count, "cells");
            foreach (var cell in row.AsArray())
            {
                Check((string?)cell!["type"] == "raw_text", "a cell that is no text");
                Text(cell, "text", 1, 10_000);
            }
        }
        Check(_text - before <= 10_000, $"table of {_text - before}");
    }

    private void Actions(JsonArray elements)
    {
        Check(elements.Count is >= 1 and <= 25, $"{elements.Count} elements");
        Check(elements.DistinctBy(e => (string?)e!["action_id"]).Count() == elements.Count, "action_id twice");
        foreach (var element in elements)
        {
            Check((string?)element!["type"] == "button", $"an action of type {element["type"]}");
            Plain(element["text"], "button", 75);
            Id(element, "action_id");
            if (element["value"] is not null) Text(element, "value", 1, 2000, shown: false);
            if (element["url"] is not null) Text(element, "url", 1, 3000, shown: false);
            Check((string?)element["style"] is null or "primary" or "danger", "style");
        }
    }

    private void Input(JsonObject block)
    {
        Plain(block["label"], "label", 2000);
        if (block["hint"] is { } hint) Plain(hint, "hint", 2000);
        var element = block["element"]!.AsObject();
        Id(element, "action_id");
        if (element["placeholder"] is { } placeholder) Plain(placeholder, "placeholder", 150);
        switch ((string?)element["type"])
        {
            case "plain_text_input":
                var most = (int)element["max_length"]!;
                Check(most is >= 1 and <= 3000, "max_length");
                if (element["initial_value"] is not null) Text(element, "initial_value", 1, most);
                break;
            case "number_input": Number(element); break;
            case "datepicker":
                Check(element["initial_date"] is not { } date || DateOnly.TryParseExact((string?)date, "yyyy-MM-dd", out _), "date");
                break;
            case "external_select":
                Check((int)element["min_query_length"]! >= 1, "min_query_length");
                Check(element["options"] is null && element["option_groups"] is null, "options of an external_select");
                if (element["initial_option"] is { } now) Options([now.DeepClone()], 1);
                break;
            case "checkboxes" or "radio_buttons": Options(element["options"]!.AsArray(), 10); Initial(element); break;
            case "static_select" or "multi_static_select": Select(element); break;
            default: _broken.Add($"an input of type {element["type"]}"); break;
        }
    }

    private void Number(JsonObject element)
    {
        int? Of(string name) => element[name] is { } text ? int.Parse((string)text!, System.Globalization.CultureInfo.InvariantCulture) : null;
        Check(!(Of("initial_value") < Of("min_value")) && !(Of("initial_value") > Of("max_value")), "number out of bounds");
    }

    private void Select(JsonObject element)
    {
        Check(element["options"] is null != element["option_groups"] is null, "options or groups");
        if (element["options"] is { } options) Options(options.AsArray(), 100);
        foreach (var group in element["option_groups"]?.AsArray() ?? [])
        {
            Plain(group!["label"], "group", 75);
            Options(group["options"]!.AsArray(), 100);
        }
        Check((element["option_groups"]?.AsArray().Count ?? 0) <= 100, "groups");
        Initial(element);
    }

    private void Options(JsonArray options, int most)
    {
        Check(options.Count >= 1 && options.Count <= most, $"{options.Count} options");
        foreach (var option in options)
        {
            Plain(option!["text"], "option", 75);
            if (option["description"] is { } description) Plain(description, "description", 75);
            Text(option, "value", 1, 75, shown: false);
        }
    }

    private void Initial(JsonObject element)
    {
        var all = (element["options"]?.AsArray() ?? [.. element["option_groups"]!.AsArray().SelectMany(
            group => group!["options"]!.AsArray().Select(option => option!.DeepClone()))]).Select(o => o!.ToJsonString()).ToHashSet();
        var initial = element["initial_options"]?.AsArray().ToList() ?? [element["initial_option"]];
        Check(initial.All(option => option is null || all.Contains(option.ToJsonString())), "initial option that is none");
    }

    private void Plain(JsonNode? text, string what, int most)
    {
        Check((string?)text!["type"] == "plain_text" && (bool?)text["emoji"] == false, $"{what} is not plain");
        Text(text, "text", 1, most);
        Check(!string.IsNullOrWhiteSpace((string?)text["text"]), $"{what} is blank");
    }

    private void Id(JsonNode element, string name) => Text(element, name, 1, 255, shown: false);

    private void Text(JsonNode parent, string name, int least, int most, bool shown = true)
    {
        var text = (string?)parent[name] ?? "";
        var length = text.Length + (4 * text.Count(c => c == '&')) + (3 * text.Count(c => c is '<' or '>'));
        Check(length >= least && length <= most, $"{name} of {length}, not {least} to {most}");
        if (shown) _text += length;
    }

    private void Check(bool holds, string what)
    {
        if (!holds) _broken.Add(what);
    }
}
