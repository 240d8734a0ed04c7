using System.CommandLine;
using MeetingBot.Storage;
using MeetingBot.Storage.Copies;
using MeetingBot.Tables;

namespace MeetingBot.Program.CommandLine;

/// <summary><c>store copy --from … --to …</c>: moves everything from one home of the rows to another.</summary>
internal static class StoreCopyVerb
{
    private const string Homes =
        "a file, a connection string (AccountName=…, or UseDevelopmentStorage=true) or an https address of a table "
            + "service";

    public static Command Make()
    {
        var from = new Option<string>("--from") { Description = "Where the rows are: " + Homes, Required = true };
        var to = new Option<string>("--to") { Description = "Where they go: " + Homes, Required = true };
        var table =
            new Option<string?>("--table") { Description = "Name of the table, where a home has several (default "
                + "MeetingBot)" };
        var copy = new Command(
            "copy", "Copies all rows, goes on after an interruption, and compares both sides.") { from, to, table };
        copy.SetAction(
            (parsed, cancel) =>
                CopyAsync(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(table), cancel));
        return new Command("store", "Tools for the store.") { copy };
    }

    private static async Task<int> CopyAsync(string from, string to, string? table, CancellationToken cancel)
    {
        try
        {
            await using var source = await TableHome.OpenToReadAsync(Options(from, table), cancel);
            await using var target = await TableHome.OpenAsync(Options(to, table), cancel: cancel);
            var result = await new StoreCopy(source.Table, target.Table, new Progress()).RunAsync(cancel);
            Console.WriteLine(Words(result));
            return result.Equal ? 0 : 1;
        }
        catch (Exception problem) when (
            problem is StoreUnusableException or TableUnavailableException or FormatException)
        {
            await Console.Error.WriteLineAsync("The copy stopped: " + problem.Message + " Run it again to go on.");
            return 1;
        }
    }

    private static string Words(StoreCopyResult result)
    {
        var copied = $"Copied {result.Copied} rows{(result.Resumed ? ", going on from an earlier run" : "")}. ";
        if (result.Difference is not { } difference)
            return copied + $"Both sides hold the same {result.Target.Rows} rows (SHA-256 {result.Target.Sha256}).";
        var first = difference.First is var (partition, row) ? $" The first is {row} in {partition}." : "";
        return copied
            + $"The sides differ: of {result.Source.Rows} rows {difference.Missing} are missing and "
                + $"{difference.Changed} are other than "
            + $"in the source, and {difference.Extra} are in the target alone.{first} Stop whatever writes to them "
                + "and run it again.";
    }

    private static StorageOptions Options(string home, string? table) =>
        StorageOptions.Parse(home, table ?? StorageOptions.DefaultTable);

    private sealed class Progress : IProgress<StoreCopyProgress>
    {
        public void Report(StoreCopyProgress value) => Console.Error.WriteLine($"{value.Stage}: {value.Rows} rows");
    }
}
