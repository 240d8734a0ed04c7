using System.CommandLine;

namespace MeetingBot.Bench;

/// <summary>What to measure, and for how long.</summary>
internal sealed record Options(
    bool Auth, bool Floor, bool Azurite, bool Growth, int Rounds, int Seconds, int WarmUp, int Connections, int Conversations, int Tokens, string? Bot)
{
    /// <summary>Runs the command line: its help, its errors, or the measuring.</summary>
    public static Task<int> InvokeAsync(string[] args, Func<Options, Task<int>> run)
    {
        var auth = new Option<bool>("--auth") { Description = "Also through the authenticated door, with one token and with many" };
        var floor = new Option<bool>("--floor") { Description = "Also the bare ASP.NET Core echo, and the ratio to it" };
        var azurite = new Option<bool>("--azurite") { Description = "Also with Azurite as the store, 10 s; needs the npm packages of tests/npm" };
        var growth = new Option<bool>("--growth") { Description = "Also the 100th against the 100,000th line of one meeting" };
        var rounds = Number("--rounds", 1, "Runs of each, interleaved; medians are printed");
        var seconds = Number("--seconds", 20, "Length of one measured run");
        var warmUp = Number("--warm-up", 5, "Seconds of load before it");
        var connections = Number("--connections", 32, "Connections, each a closed loop");
        var conversations = Number("--conversations", 1_000, "Personal conversations, each with a running meeting");
        var tokens = Number("--tokens", 1_000, "Different tokens in the second figure of --auth");
        var bot = new Option<string?>("--bot") { Description = "Another build of the bot to measure, such as a published one: the path of its executable" };
        var command = new RootCommand("Measures minutes lines: said over HTTP, committed, replied to.")
        {
            auth, floor, azurite, growth, rounds, seconds, warmUp, connections, conversations, tokens, bot,
        };
        command.SetAction(parsed => run(new Options(
            parsed.GetValue(auth), parsed.GetValue(floor), parsed.GetValue(azurite), parsed.GetValue(growth),
            parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(warmUp),
            parsed.GetValue(connections), parsed.GetValue(conversations), parsed.GetValue(tokens), parsed.GetValue(bot))));
        return command.Parse(args).InvokeAsync();
    }

    private static Option<int> Number(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
