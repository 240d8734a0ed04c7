namespace MeetingBot.Conversations;

/// <summary>
/// Cuts what tells of very many people at once into turns of their own: each fits a batch, and none is left out.
/// </summary>
internal static class Crowds
{
    /// <summary>Most people of one turn: each may take two rows, beside cards on every side of a group.</summary>
    private const int MostPeople = 30;

    /// <summary>
    /// The parts in order. They have delivery ids of their own, so that a repetition does only what is missing.
    /// </summary>
    public static IReadOnlyList<Incoming> Parts(Incoming incoming) => incoming switch
    {
        MeetingSignal { Kind: SignalKind.Joined or SignalKind.Left, People.Length: > MostPeople } signal =>
            [.. signal.People.Chunk(MostPeople).Select((people, part) =>
                signal with { DeliveryId = Id(signal, part), People = [.. people] })],
        MembersAdded { People.Length: > MostPeople } added =>
            [.. added.People.Chunk(MostPeople).Select((people, part) =>
                added with
                {
                    DeliveryId = Id(added, part), People = [.. people], BotAdded = added.BotAdded && part == 0,
                })],
        MembersLeft left =>
            [.. left.People.Select((person, part) => new MemberLeft(Id(left, part), left.Conversation, person))],
        _ => [incoming],
    };

    public static string Id(Incoming whole, int part) => part == 0 ? whole.DeliveryId : $"{whole.DeliveryId};{part}";
}
