namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>One meeting of two people, as it is told in every place that the bot meets people in.</summary>
internal static class Story
{
    public const string Ada = "Ada";
    public const string Luna = "Luna";

    public static Said[] Opening { get; } =
    [
        new(Ada, "agenda add Budget 15m", "Added 1. Budget (15 min)", ToBot: true),
        new(Luna, "/agenda add Release plan 20m @Luna", "Added 2. Release plan (20 min, Luna)"),
        new(Ada, "/meeting start Planning", "Planning has started"),
    ];

    /// <summary>Done by a card where there is one at hand.</summary>
    public static Said ThirdItem { get; } =
        new(Luna, "agenda add Any other business", "Added 3. Any other business", ToBot: true);

    public static Said[] Discussion { get; } =
    [
        new(Ada, "/agenda next", "Now 1. Budget"),
        new(Ada, "note: We have enough for two workshops", "Noted: We have enough"),
        new(Luna, "ML - should we ask for more?", "ML: should we ask for more?"),
        new(Luna, "Luna: I will ask the office", "Luna: I will ask the office"),
        new(Luna, "… and the sponsors", "and the sponsors (item 1)"),
        new(Ada, "Topic: Sponsors", "Topic: Sponsors"),
        new(Ada, "AGREED: ask the sponsors first", "Agreed: ask the sponsors first"),
        new(Ada, "/agenda next", "was taken up only"),
        new(Ada, "/agenda next really", "Now 2. Release plan"),
        new(Ada, "RESOLVED: two workshops in spring", "Resolved: two workshops in spring"),
        new(Ada, "ACTION: Luna to book the rooms by Friday", "Action 1. Luna: book the rooms"),
        new(Luna, "/action Ada: write to the sponsors", "Action 2. Ada: write to the sponsors"),
    ];

    /// <summary>Done by cards where there are some at hand.</summary>
    public static Said Extension { get; } = new(Ada, "extend 5m", "Release plan has until", ToBot: true);

    public static Said FirstActionDone { get; } = new(Luna, "/done 1", "Done: 1. Luna: book the rooms");

    public static Said End { get; } = new(Ada, "/meeting end", "Planning has ended");

    public static IEnumerable<Said> Typed => [.. Opening, ThirdItem, .. Discussion, Extension, FirstActionDone, End];

    /// <summary>Its minutes, with days and times taken out.</summary>
    public const string Minutes = """
        Planning
        Date
        (day), (time)–(time) (zone)
        Chair
        Ada
        Present
        Ada, Luna, ML
        1. Budget
        We have enough for two workshops
        (time) #
        ML: should we ask for more?
        (time) #
        Luna: I will ask the office
        and the sponsors
        (time) #
        Sponsors
        AGREED: ask the sponsors first
        (time) #
        2. Release plan Luna
        RESOLVED: two workshops in spring
        (time) #
        ACTION 1. Luna: book the rooms (due (day))
        (time) #
        ACTION 2. Ada: write to the sponsors
        (time) #
        Resolutions
        ask the sponsors first
        two workshops in spring
        Actions
        1 Luna: book the rooms by (day) done
        2 Ada: write to the sponsors
        Not reached
        Any other business
        """;
}
