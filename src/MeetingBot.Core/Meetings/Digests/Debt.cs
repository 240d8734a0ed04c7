using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Digests;

/// <summary>That somebody may owe answers in a group, as their mailbox keeps it until they are told.</summary>
/// <param name="Home">The group.</param>
/// <param name="Asked">Names the question to the group that its next answer must answer; null while none is asked.</param>
/// <param name="Part">What they owe, as it answered; null until it has.</param>
public sealed record Debt(ConversationReference Home, string? Asked = null, OwedPart? Part = null)
{
    public static readonly KeyRange All = KeyRange.Under("owes");

    public static string Key(GroupId group) => TableKey.Join("owes", group.PartitionKey);

    public static Debt? Find(GroupId group, RowSet rows) => rows[Key(group)]?.Read(MeetingJson.Default.Debt);

    public static Debt Read(Row row) => row.Read(MeetingJson.Default.Debt);

    /// <summary>The mailbox, which is changed with it, has the condition.</summary>
    public RowChange Put() => new RowChange.Upsert(Key(Home.Group), Rows.Write(this, MeetingJson.Default.Debt));

    public RowChange Drop() => new RowChange.Delete(Key(Home.Group));
}
