using System.Runtime.CompilerServices;
using MeetingBot.Kit;

namespace MeetingBot.Transcripts;

/// <summary>
/// Whole meetings, typed by hand. Where what the bot says changes on purpose, run the tests once with
/// <c>UPDATE_TRANSCRIPTS=1</c> and read the difference.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Meetings =>
        [.. Directory.GetFiles(Here(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Meetings))]
    public async Task Meeting_GoesAsWritten_AndGivesItsMinutes(string name)
    {
        var transcript = await File.ReadAllTextAsync(Path.Combine(Here(), name + ".txt"));
        using var room = new Room(name);
        var player = new TranscriptPlayer(room);

        var actual = await player.PlayAsync(transcript);
        var minutes = await player.MinutesAsync();

        if (Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") == "1")
        {
            await File.WriteAllTextAsync(Path.Combine(Here(), name + ".txt"), actual);
            await File.WriteAllTextAsync(Path.Combine(Here(), name + ".minutes.md"), minutes);
        }
        Assert.Equal(transcript.ReplaceLineEndings("\n"), actual);
        Assert.Equal((await File.ReadAllTextAsync(Path.Combine(Here(), name + ".minutes.md"))).ReplaceLineEndings("\n"), minutes);
    }

    private static string Here([CallerFilePath] string file = "") =>
        Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") == "1"
            ? Path.GetDirectoryName(file)!
            : Path.Combine(AppContext.BaseDirectory, "Transcripts");
}
