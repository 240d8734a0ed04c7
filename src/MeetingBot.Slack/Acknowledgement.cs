using System.Text;

namespace MeetingBot.Slack;

/// <summary>
/// What a request of Slack is answered with: over HTTP the response, over a socket the payload of the envelope's
/// acknowledgement.
/// </summary>
/// <param name="Body">JSON, or empty.</param>
internal readonly record struct Acknowledgement(ReadOnlyMemory<byte> Body = default, Denial? Denial = null)
{
    /// <summary>Taken; nothing more is to be said here.</summary>
    public static Acknowledgement Done => default;

    public static Acknowledgement Json(ReadOnlyMemory<byte> json) => new(json);

    public static Acknowledgement Json(string json) => new(Encoding.UTF8.GetBytes(json));

    public static implicit operator Acknowledgement(Denial denial) => new(default, denial);
}
