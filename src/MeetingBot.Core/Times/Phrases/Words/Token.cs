namespace MeetingBot.Times;

/// <summary>A run of digits, a run of letters, or one sign.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Key">As it is looked up: lower case without accents; dashes and arrows are one kind each.</param>
/// <param name="Number">Its value; -1 for what is no number or has more than nine digits.</param>
/// <param name="Glued">No space before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Key, int Number, bool Glued);

/// <summary>What a token is made of.</summary>
internal enum TokenKind { Number, Word, Sign }
