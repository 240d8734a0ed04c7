using System.Text;
using System.Text.Json.Nodes;

namespace MeetingBot.Teams.Support;

/// <summary>Golden activities, each spoilt in one to three ways; the same ones for the same seed.</summary>
internal sealed class Mutations
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"..\"", "\"\\ud83d\"", "\"\\u0000\"", "[]", "{}", "[[[[]]]]",
        "{\"id\":{\"id\":1}}", "\"message\"", "\"invoke\"", "\"xml\"", "\"<at>\"", "\"&#x110000;&nbsp;<\"",
    ];

    private readonly Random _random;
    private readonly byte[][] _activities;

    /// <param name="serviceUrl">Set in every activity, so that the door lets it in.</param>
    public Mutations(int seed, string serviceUrl)
    {
        _random = new Random(seed);
        _activities = [.. Golden.Names.Select(name => Served(name, serviceUrl))];
    }

    public byte[] Next()
    {
        var bytes = _activities[_random.Next(_activities.Length)];
        for (var times = _random.Next(1, 4); times > 0; times--) bytes = _random.Next(5) switch
        {
            0 => WithByte(bytes),
            1 => WithoutPart(bytes),
            2 => WithPartTwice(bytes),
            _ => WithValue(bytes),
        };
        return bytes;
    }

    private static byte[] Served(string name, string serviceUrl)
    {
        var activity = JsonNode.Parse(Golden.Bytes(name))!.AsObject();
        activity["serviceUrl"] = serviceUrl;
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    private byte[] WithByte(byte[] bytes)
    {
        if (bytes.Length == 0) return bytes;
        var changed = (byte[])bytes.Clone();
        changed[_random.Next(changed.Length)] = (byte)_random.Next(256);
        return changed;
    }

    private byte[] WithoutPart(byte[] bytes)
    {
        var (start, length) = Part(bytes);
        return [.. bytes.AsSpan(0, start), .. bytes.AsSpan(start + length)];
    }

    private byte[] WithPartTwice(byte[] bytes)
    {
        var (start, length) = Part(bytes);
        return [.. bytes.AsSpan(0, start + length), .. bytes.AsSpan(start)];
    }

    // The value after a random colon becomes another one.
    private byte[] WithValue(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        if (text.Length == 0) return bytes;
        var colon = text.IndexOf("\":", _random.Next(text.Length), StringComparison.Ordinal);
        if (colon < 0) return bytes;
        var start = colon + 2;
        var end = text.IndexOfAny([',', '}'], start);
        if (end < 0) return bytes;
        return Encoding.Latin1.GetBytes(text[..start] + Values[_random.Next(Values.Length)] + text[end..]);
    }

    private (int Start, int Length) Part(byte[] bytes)
    {
        var start = _random.Next(bytes.Length + 1);
        return (start, Math.Min(_random.Next(30), bytes.Length - start));
    }
}
