using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// When somebody was reminded last who has no mailbox: they are at most once a day, whatever they owe in the group.
/// </summary>
public sealed record ReminderSent(Instant At)
{
    public static string Key(PersonKey person) => TableKey.Join("reminded", person.Value);

    public static ReminderSent? Find(Person person, RowSet rows) =>
        rows[Key(person.Key)]?.Read(MeetingJson.Default.ReminderSent);

    public RowChange ToRow(Person person) =>
        new RowChange.Upsert(Key(person.Key), Rows.Write(this, MeetingJson.Default.ReminderSent));
}
