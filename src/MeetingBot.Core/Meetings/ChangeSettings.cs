using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Times;
using Group = MeetingBot.Conversations.Group;

namespace MeetingBot.Meetings;

/// <summary>Changes what the group has settled. The group's chairs may.</summary>
/// <param name="Values">Names and values as typed: <c>zone</c>, <c>run</c>, <c>quiet</c>, <c>chairs</c>,
/// <c>name</c>.</param>
public sealed partial record ChangeSettings(ImmutableDictionary<string, string> Values) : Command<MemberState>
{
    private static readonly ImmutableArray<string> Known = ["zone", "run", "quiet", "chairs", "name"];
    private static readonly ImmutableArray<string> ZoneNames = ["timezone", "time zone", "tz"];

    public static CommandForm Form { get; } = new(
        "settings set", "zone|chairs|run|quiet|name <value>", "/settings zone Europe/Zurich", "changes a setting", Read)
    {
        Aliases =
        [
            .. Known.Concat(ZoneNames).Select(name => "settings " + name), "settings save", "set zone",
            .. ZoneNames.SelectMany(name => new[] { name, "set " + name }),
        ],
        Audience = Audience.Chairs,
    };

    public override Decision Decide(MemberState state, Turn turn)
    {
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        var group = turn.Group;
        foreach (var (name, value) in Values.OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            var (changed, problem) = Apply(group, name, value, state, turn);
            if (problem is not null) return new Refusal(problem + " Nothing was changed.");
            group = changed!;
        }
        return new Decision { Changes = [turn.Change(group)], Tell = Summary(group) };
    }

    private static (Group? Group, string? Problem) Apply(
        Group group, string name, string value, MemberState state, Turn turn) =>
        name switch
    {
        "zone" => Zone(group, value),
        "run" => value.ToLowerInvariant() switch
        {
            "everyone" or "everybody" or "all" or "anyone" => (group with { WhoRuns = RunPolicy.Everyone }, null),
            "chairs" or "chair" => (group with { WhoRuns = RunPolicy.Chairs }, null),
            _ => (null, "Who may run a meeting is \"chairs\" or \"everyone\". For example: /settings run everyone."),
        },
        "quiet" => value.ToLowerInvariant() switch
        {
            "on" or "yes" => (group with { Quiet = true }, null),
            "off" or "no" => (group with { Quiet = false }, null),
            _ => (null, "\"quiet\" is \"on\" or \"off\". For example: /settings quiet on."),
        },
        "name" => value.Length > 120
            ? (null, "A group's name has up to 120 characters.")
            : (group with { Name = value }, null),
        _ => Chairs(group, value, state, turn),
    };

    private static (Group?, string?) Zone(Group group, string value)
    {
        if (ZoneRules.Canonical(value) is { } zone) return (group with { Zone = zone }, null);
        var near = ZoneRules.WithPlace(value);
        if (near.Count == 1) return (group with { Zone = near[0] }, null);
        return (null, near.Count > 1
            ? $"\"{Phrases.Shorten(value, 40)}\" may be {string.Join(" or ", near)}."
            : $"\"{Phrases.Shorten(value, 40)}\" is no time zone that I know. It is an IANA name, for example: "
                + "/settings zone Europe/Zurich.");
    }

    private static (Group?, string?) Chairs(Group group, string value, MemberState state, Turn turn)
    {
        var (chairs, unknown) = NamedPeople.Read(value, state, turn);
        if (unknown is not null) return (null, MeetingRefusals.UnknownPerson(unknown).Text);
        return chairs.Length is 0 or > 20
            ? (null, "Name one to twenty chairs. For example: /settings chairs @Luna @Mara.")
            : (group with { Chairs = chairs }, null);
    }

    private static string Summary(Group group) =>
        $"Settled: time zone {group.Zone}; chairs {Phrases.Join([.. group.Chairs.Select(chair => chair.Name)])}; "
        + $"{(group.WhoRuns is RunPolicy.Everyone ? "everyone" : "who chairs")} may run a meeting; lines are "
            + $"{(group.Quiet ? "taken quietly" : "confirmed one by one")}.";

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard)
            return new ChangeSettings(
                Known.Where(name => input.Field(name) is not null)
                    .ToImmutableDictionary(name => name, name => input.Field(name)!));

        // "settings zone X" comes without its second word; the whole text tells which it was.
        var whole = ((IncomingMessage)input.Incoming).Text.TrimStart().TrimStart('/');
        var words = whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => word.ToLowerInvariant() is "settings" or "set" or "save");
        var setting = TheZone().Replace(string.Join(' ', words), "zone").Split(' ', 2);
        var (name, value) = (setting[0].ToLowerInvariant(), setting.Length > 1 ? setting[1].TrimEnd('.') : "");
        // "Time zone issues again" between people is talk.
        if (input.MayBeTalk && !whole.StartsWith("settings", StringComparison.OrdinalIgnoreCase))
            return ParsedCommand.Wrong("Which setting?");
        if (!Known.Contains(name))
            return ParsedCommand.Wrong(
                $"There is no setting \"{Phrases.Shorten(name, 40)}\": there are {Phrases.Join(Known)}.");
        return value.Length == 0 || (input.MayBeTalk && Prose.GoesOn(value))
            ? ParsedCommand.Wrong($"What should \"{name}\" be?")
            : new ChangeSettings(ImmutableDictionary<string, string>.Empty.Add(name, value));
    }

    [GeneratedRegex(@"^(?:time ?zone|tz)(?= |$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheZone();
}
