using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>Translates what Teams tells of a meeting's own call: start, end, who joined, who left.</summary>
internal static class MeetingEvents
{
    private const string Prefix = "application/vnd.microsoft.meeting";
    private const int MaxTitle = 300;

    public static Translation Translate(Activity activity)
    {
        if (KindOf(activity.Name) is not { } kind) return Translation.Ignored;
        if (Origin.Problem(activity, senderRequired: false) is { } problem) return Translation.Bad(problem);
        if (!MeetingValueJson.TryParse(activity.Value, out var value))
            return Translation.Bad("The value of the meeting event has a field of the wrong type.");

        var origin = Origin.Of(activity);
        return new MeetingSignal(
            DeliveryIds.Of(activity, origin.Conversation),
            origin.Conversation,
            origin.Sender,
            kind,
            CallIds(activity, value),
            TitleOf(value.Title),
            PeopleOf(value.Members, origin.Conversation.Tenant));
    }

    // Samples show a blank before the name.
    private static SignalKind? KindOf(string? name)
    {
        var trimmed = name.AsSpan().Trim();
        if (!trimmed.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        return trimmed[Prefix.Length..].ToString().ToUpperInvariant() switch
        {
            "START" => SignalKind.Started,
            "END" => SignalKind.Ended,
            "PARTICIPANTJOIN" => SignalKind.Joined,
            "PARTICIPANTLEAVE" => SignalKind.Left,
            _ => null,
        };
    }

    // It stands in one of two places or in both, and not always in the same.
    private static ImmutableArray<string> CallIds(Activity activity, MeetingValue value) =>
        [.. new[] { activity.ChannelData?.Meeting?.Id, value.Id }
            .OfType<string>().Where(id => id.Length > 0).Distinct()];

    private static string? TitleOf(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        title = title.Trim();
        if (title.Length <= MaxTitle) return title;
        return title[..(char.IsHighSurrogate(title[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle)];
    }

    private static ImmutableArray<SignalPerson> PeopleOf(List<MeetingMember>? members, string tenant)
    {
        if (members is null) return [];
        var people = ImmutableArray.CreateBuilder<SignalPerson>();
        foreach (
            var member in members.Where(member => People.IsKnown(member?.User)).DistinctBy(member => member!.User!.Id))
        {
            var organizer = string.Equals(member!.Meeting?.Role, "Organizer", StringComparison.OrdinalIgnoreCase);
            people.Add(new SignalPerson(People.Of(member.User!, tenant), organizer));
        }
        return people.ToImmutable();
    }
}
