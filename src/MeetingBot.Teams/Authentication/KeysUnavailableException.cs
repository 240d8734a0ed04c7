namespace MeetingBot.Teams.Authentication;

/// <summary>The connector's signing keys can't be loaded, so no token can be told right or wrong.</summary>
internal sealed class KeysUnavailableException : Exception
{
    public KeysUnavailableException() : base("The signing keys of the Bot Connector can't be loaded.") { }

    public KeysUnavailableException(string message) : base(message) { }

    public KeysUnavailableException(string message, Exception inner) : base(message, inner) { }
}
