using System.CommandLine;

namespace MeetingBot.Bench;

/// <summary>What to measure, and for how long.</summary>
internal sealed record Options(
    bool Auth, bool Floor, bool Azurite, bool Growth, bool Ballots, bool Phrases, bool Tally, bool Report, bool Scores, bool Slack, bool Bolt, int Rounds, int Seconds, int WarmUp, int Connections, int Conversations, int Tokens, string? Bot)
{
    /// <summary>Minutes lines are measured unless only other things are asked for.</summary>
    public bool Lines => Auth || Floor || Growth || !(Ballots || Phrases || Tally || Report || Scores || Slack || Bolt);

    /// <summary>Runs the command line: its help, its errors, or the measuring.</summary>
    public static Task<int> InvokeAsync(string[] args, Func<Options, Task<int>> run)
    {
        var auth = new Option<bool>("--auth") { Description = "Also through the authenticated door, with one token and with many" };
        var floor = new Option<bool>("--floor") { Description = "Also the bare ASP.NET Core echo, and the ratio to it" };
        var azurite = new Option<bool>("--azurite") { Description = "Also with Azurite as the store, 10 s; needs the npm packages of tests/npm" };
        var growth = new Option<bool>("--growth") { Description = "Also the 100th against the 100,000th line of one meeting" };
        var ballots = new Option<bool>("--ballots") { Description = "Ballots of a poll, also with many there; without the lines if not asked for besides" };
        var phrases = new Option<bool>("--phrases") { Description = "Time phrases read, and the start of their reader; as --ballots" };
        var tally = new Option<bool>("--tally") { Description = "The tally and the card of 10,000 ballots; as --ballots" };
        var report = new Option<bool>("--report") { Description = "A risk report of 75 risks scored by 300 members: statistics, HTML, PDF; as --ballots" };
        var scores = new Option<bool>("--scores") { Description = "300 members score 75 risks; as --ballots" };
        var slack = new Option<bool>("--slack") { Description = "Signed slash commands over Slack's door, and 1,000 votes in one channel; as --ballots" };
        var bolt = new Option<bool>("--bolt") { Description = "The same commands to echoes written with @slack/bolt, and the ratio to them; needs the npm packages of bench/Bolt" };
        var rounds = Number("--rounds", 1, "Runs of each, interleaved; medians are printed");
        var seconds = Number("--seconds", 20, "Length of one measured run");
        var warmUp = Number("--warm-up", 5, "Seconds of load before it");
        var connections = Number("--connections", 32, "Connections, each a closed loop");
        var conversations = Number("--conversations", 1_000, "Personal conversations, each with a running meeting");
        var tokens = Number("--tokens", 1_000, "Different tokens in the second figure of --auth");
        var bot = new Option<string?>("--bot") { Description = "Another build of the bot to measure, such as a published one: the path of its executable" };
        var command = new RootCommand("Measures minutes lines (said over HTTP, committed, replied to), ballots and time phrases.")
        {
            auth, floor, azurite, growth, ballots, phrases, tally, report, scores, slack, bolt, rounds, seconds, warmUp, connections, conversations, tokens, bot,
        };
        command.SetAction(parsed => run(new Options(
            parsed.GetValue(auth), parsed.GetValue(floor), parsed.GetValue(azurite), parsed.GetValue(growth),
            parsed.GetValue(ballots), parsed.GetValue(phrases), parsed.GetValue(tally), parsed.GetValue(report), parsed.GetValue(scores), parsed.GetValue(slack), parsed.GetValue(bolt),
            parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(warmUp),
            parsed.GetValue(connections), parsed.GetValue(conversations), parsed.GetValue(tokens), parsed.GetValue(bot))));
        return command.Parse(args).InvokeAsync();
    }

    private static Option<int> Number(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
