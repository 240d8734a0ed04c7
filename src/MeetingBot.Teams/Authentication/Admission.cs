namespace MeetingBot.Teams.Authentication;

/// <summary>Whether a request may be read at all, and the token it came with, where tokens are asked for.</summary>
internal readonly record struct Admission(ValidatedToken? Token, Denial? Denial)
{
    public static Admission Of(ValidatedToken? token) =>
        token is null ? Denial.Unauthorized : new Admission(token, null);

    public static implicit operator Admission(Denial refusal) => new(null, refusal);
}
