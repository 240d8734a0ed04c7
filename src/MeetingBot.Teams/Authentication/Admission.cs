namespace MeetingBot.Teams.Authentication;

/// <summary>Whether a request may be read at all, and the token it came with, where tokens are asked for.</summary>
internal readonly record struct Admission(ValidatedToken? Token, Refusal? Refusal)
{
    public static Admission Of(ValidatedToken? token) =>
        token is null ? Refusal.Unauthorized : new Admission(token, null);

    public static implicit operator Admission(Refusal refusal) => new(null, refusal);
}
