using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Times;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Meetings.Digests;

public sealed class DigestAcrossGroupsTests
{
    private static readonly ConversationReference[] Groups =
        [Channel, Channel with { Id = "19:policy@thread.tacv2" }, Channel with { Id = "19:risks@thread.tacv2" }];

    [Fact]
    public async Task Three_groups_are_one_message_a_day()
    {
        using var rooms = await Asked("Tokens?", "Policy?", "Keys?");
        await rooms.Bot.Advance(Duration.FromDays(6));

        var told = Told(rooms, "Tom");
        Assert.NotEmpty(told);
        var first = told[0].Text;
        Assert.All(["Tokens?", "Policy?", "Keys?"], question => Assert.Contains(question, first));
        var days = told.Select(message => Day(message.At)).ToList();
        Assert.Equal(days.Distinct(), days);
    }

    [Fact]
    public async Task What_was_answered_meanwhile_is_not_in_it_and_nothing_owed_is_no_message()
    {
        using var rooms = await Asked("Tokens?", "Policy?", "Keys?");
        await rooms.Says(Groups[1], "Tom", "/vote 1 yes");
        foreach (var group in Groups) await rooms.Says(group, "Nadia", "/vote 1 yes");
        await rooms.Bot.Advance(Duration.FromDays(6));

        Assert.All(Told(rooms, "Tom"), message => Assert.DoesNotContain("Policy?", message.Text));
        Assert.Contains(Told(rooms, "Tom"), message => message.Text.Contains("Keys?", StringComparison.Ordinal));
        Assert.Empty(Told(rooms, "Nadia"));
    }

    [Fact]
    public async Task A_poll_and_scores_are_in_one_message()
    {
        using var rooms = await Asked("Tokens?");
        await rooms.Says(Groups[2], "Tom", "/help");
        await rooms.Says(Groups[2], "Mara", "/risk new \"Keys at rest\"");
        await rooms.Says(Groups[2], "Mara", "/risk add Stolen key | mitigation: none");
        await rooms.Says(Groups[2], "Mara", "/risk open until Wednesday 18:00");
        await rooms.Bot.Advance(Duration.FromDays(6));
        Assert.Contains(Told(rooms, "Tom"), message =>
            message.Text.Contains("Tokens?", StringComparison.Ordinal)
            && message.Text.Contains("Keys at rest", StringComparison.Ordinal));
        var days = Told(rooms, "Tom").Select(message => Day(message.At)).ToList();
        Assert.Equal(days.Distinct(), days);
    }

    [Fact]
    public async Task After_days_without_the_service_there_is_one_message()
    {
        using var rooms = await Asked("Tokens?", "Policy?", "Keys?");
        rooms.Bot.Time.AdvanceTo(rooms.Bot.Time.GetCurrentInstant() + Duration.FromDays(4));
        await rooms.Bot.Advance(Duration.FromHours(20));
        Assert.Single(Told(rooms, "Tom"));
    }

    [Fact]
    public async Task Each_is_told_in_their_own_day()
    {
        using var rooms = await Asked("Tokens?", "Policy?");
        await rooms.Bot.Advance(Duration.FromDays(6));
        Assert.All(
            Told(rooms, "Tom"),
            message => Assert.InRange(message.At.InZone(ZoneRules.Of("Europe/Zurich")).Hour, 8, 18));
    }

    private static IReadOnlyList<(string Text, Instant At)> Told(JoinedRooms rooms, string who) =>
    [
        .. rooms.Alone
            .Where(told => told.Message.Recipient?.Name == who
                && told.Message.Text.StartsWith("Your answer", StringComparison.Ordinal))
            .Select(told => (told.Message.Text + (told.Message.Card is { } card ? Words(card) : ""), told.At)),
    ];

    private static LocalDate Day(Instant at) => at.InZone(ZoneRules.Of("Europe/Zurich")).Date;

    // Mara asks in each group; Tom and Nadia are known there and have not answered.
    private static async Task<JoinedRooms> Asked(params string[] questions)
    {
        var rooms = new JoinedRooms();
        foreach (var (question, group) in questions.Zip(Groups))
        {
            foreach (var who in new[] { "Tom", "Nadia" }) await rooms.Says(group, who, "/help");
            await rooms.Says(group, "Mara", $"/poll {question} | yes | no | until Wednesday 18:00");
        }
        return rooms;
    }
}
