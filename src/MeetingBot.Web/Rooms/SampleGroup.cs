using System.Collections.Immutable;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// The sample group, as lines that invented people type: an earlier meeting that left two actions open, and the
/// agenda of the next one. Whoever fills it starts and ends the earlier meeting, and so may run the next.
/// </summary>
public static class SampleGroup
{
    public const string Noor = "Noor Haddad";
    public const string Tomas = "Tomás Vega";
    public const string Ines = "Ines Varga";

    /// <summary>The lines in order; nobody in particular is the one who fills the room.</summary>
    public static ImmutableArray<(string? Who, string Text)> Lines { get; } =
    [
        (null, "/meeting start Summer school: first steps"),
        (Noor, "note: Forty places are enough, the big hall stays free"),
        (Tomas, "RESOLVED: The summer school is in the second week of July"),
        (Ines, "ACTION: Noor to share the list of speakers by Friday"),
        (Noor, "ACTION: Tomás to ask for the lab rooms by Monday"),
        (null, "/meeting end"),
        (Ines, "agenda add Open actions of last time 5m"),
        (Noor, $"agenda add Speakers and their topics 15m @{Noor}"),
        (Tomas, $"agenda add Rooms and equipment 10m @{Tomas}"),
        (Ines, $"agenda add Budget and travel support 15m @{Ines}"),
        (Noor, "agenda add Next steps 5m"),
    ];
}
