namespace MeetingBot.Storage.Sqlite;

/// <summary>A fresh row on its way from the log to its place in the table.</summary>
internal readonly record struct SettledRow(FreshPartition Partition, FreshRow Row);
