using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>When somebody was reminded last: they are at most once a day, whatever they owe.</summary>
public sealed record ReminderSent(Instant At)
{
    public static string Key(Person person) => TableKey.Join("reminded", person.Key.Value);

    public static ReminderSent? Find(Person person, RowSet rows) =>
        rows[Key(person)]?.Read(MeetingJson.Default.ReminderSent);

    public RowChange ToRow(Person person) =>
        new RowChange.Upsert(Key(person), Rows.Write(this, MeetingJson.Default.ReminderSent));
}
