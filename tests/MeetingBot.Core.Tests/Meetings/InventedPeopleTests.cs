using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>Labels and words for everybody are nobody; a short form of somebody's name is nobody else.</summary>
public sealed class InventedPeopleTests
{
    [Theory]
    [InlineData("RÉSOLU : on attend", MinuteKind.Resolution, "on attend")]
    [InlineData("Résolution: on attend", MinuteKind.Resolution, "on attend")]
    [InlineData("Décidé : on attend", MinuteKind.Resolution, "on attend")]
    [InlineData("Entscheid: ja", MinuteKind.Resolution, "ja")]
    [InlineData("Beschluss: ja", MinuteKind.Resolution, "ja")]
    [InlineData("Beschlossen: ja", MinuteKind.Resolution, "ja")]
    [InlineData("Vereinbarung: ja", MinuteKind.Agreement, "ja")]
    [InlineData("Accord : oui", MinuteKind.Agreement, "oui")]
    [InlineData("Tâche : Luna, envoyer", MinuteKind.Action, "1. Luna: envoyer")]
    [InlineData("À FAIRE : Luna, envoyer", MinuteKind.Action, "1. Luna: envoyer")]
    [InlineData("Aufgabe: Luna, schicken", MinuteKind.Action, "1. Luna: schicken")]
    [InlineData("Hinweis: es lief", MinuteKind.Note, "es lief")]
    [InlineData("Alle: einverstanden", MinuteKind.Note, "Alle: einverstanden")]
    [InlineData("Todos: de acuerdo", MinuteKind.Note, "Todos: de acuerdo")]
    [InlineData("Everyone: agreed", MinuteKind.Note, "Everyone: agreed")]
    [InlineData("ALL: agreed", MinuteKind.Note, "ALL: agreed")]
    [InlineData("Tout le monde : d'accord", MinuteKind.Note, "Tout le monde : d'accord")]
    public async Task Label_IsNobody(string said, MinuteKind kind, string text)
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", said);
        var minutes = (await room.Minutes())!;
        var line = Assert.Single(Assert.Single(minutes.Sections).Lines);
        Assert.Equal((kind, null, text), (line.Kind, line.Speaker, line.Text));
        Assert.Equal("Luna, Mara", string.Join(", ", minutes.Present));
    }

    [Theory]
    [InlineData("All - please mute")]
    [InlineData("Everyone - welcome")]
    public async Task EverybodyWithADash_IsTalk(string said)
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Says("Luna", said));
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Theory]
    [InlineData("DavidC, DaveK, TomD", "DC|DK", "DaveK, DavidC, Luna, Mara, TomD")]
    [InlineData("DaveK, DaveD", "DD", "DaveD, DaveK, Luna, Mara")]
    [InlineData("DaveK, DaveD", "Dave", "Dave, DaveD, DaveK, Luna, Mara")]
    [InlineData("DavidC, DianaC", "DC", "DavidC, DC, DianaC, Luna, Mara")]
    [InlineData("Dave Kelsen", "Dave K.|DaveK|DK|Dave K", "Dave Kelsen, Luna, Mara")]
    [InlineData("Dave K., Dave Dorn", "DK|DaveK", "Dave Dorn, Dave K., Luna, Mara")]
    [InlineData("Dave Kelsen, Dave Kern", "Dave K.", "Dave K., Dave Kelsen, Dave Kern, Luna, Mara")]
    [InlineData("Luna Moss", "LM", "Luna Moss, Mara")]
    [InlineData("McA", "MA", "Luna, MA, Mara, McA")]
    public async Task ShortForm_IsTheOnePersonItFits(string attending, string speakers, string present)
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "Attending: " + attending);
        foreach (var speaker in speakers.Split('|')) await room.Says("Luna", speaker + " - says so");
        Assert.Equal(present, string.Join(", ", (await room.Minutes())!.Present));
    }
}
