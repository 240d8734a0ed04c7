namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>A line that somebody says in a meeting.</summary>
/// <param name="Answer">A part of what the bot answers.</param>
/// <param name="ToBot">It is a command in plain words: in a chat of many it is said to the bot by name.</param>
internal sealed record Said(string Who, string Text, string Answer, bool ToBot = false);
