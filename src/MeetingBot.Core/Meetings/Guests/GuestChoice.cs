using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;

namespace MeetingBot.Meetings.Guests;

/// <summary>Which guests are meant by names, to end their links; or what is wrong with them.</summary>
internal sealed partial record GuestChoice(ImmutableArray<Guest> Guests, Refusal? Problem = null)
{
    /// <param name="typed">Names, or <c>all</c>.</param>
    /// <param name="guests">Those who can be meant.</param>
    public static GuestChoice Of(string typed, IReadOnlyList<Guest> guests, GuestWords words)
    {
        var meant = new List<Guest>();
        if (typed.Trim().Equals("all", StringComparison.OrdinalIgnoreCase)) meant.AddRange(guests);
        foreach (var name in meant.Count > 0 ? [] : GuestNames.Read(typed, words.Example).Names)
        {
            var same = guests.Where(guest => Names.Same(guest.Person.Name, name)).ToList();
            if (same.Count == 0) same = [.. guests.Where(guest => Names.Means(name, guest.Person.Name))];
            if (same.Count != 1) return new GuestChoice([], GuestRefusals.NoSuchGuest(words, name, guests));
            if (!meant.Contains(same[0])) meant.Add(same[0]);
        }
        return meant.Count switch
        {
            0 => new GuestChoice([], GuestRefusals.NoSuchGuest(words, typed, guests)),
            > GuestNames.Most => new GuestChoice([], GuestRefusals.TooManyToEnd(meant.Count)),
            _ => new GuestChoice([.. meant]),
        };
    }

    /// <summary><c>The link of Anna Berg has ended</c>.</summary>
    public string Ended
    {
        get
        {
            var names = Phrases.Some([.. Guests.Select(guest => guest.Person.Name)], ", ", 600);
            return Guests.Length == 1 ? $"The link of {names} has ended" : $"The links of {names} have ended";
        }
    }

    /// <summary>
    /// Reads <c>revoke Anna Berg</c>: the verb in small letters, and what follows; null for anything else.
    /// </summary>
    public static (string Verb, string Names)? Ending(string text) =>
        Verb().Match(text) is { Success: true } ending
            ? (ending.Groups["verb"].Value.ToLowerInvariant(), ending.Groups["rest"].Value)
            : null;

    [GeneratedRegex(
        @"^(?<verb>revoke|remove)(?:\s+(?<rest>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Verb();
}
