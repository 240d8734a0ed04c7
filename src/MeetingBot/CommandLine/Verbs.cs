using System.CommandLine;
using System.CommandLine.Invocation;

namespace MeetingBot.Program.CommandLine;

/// <summary>The tools of the command line.</summary>
internal static class Verbs
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "MeetingBot holds a working group's meetings in Teams. Without a verb it serves (--urls, and any setting "
                + "as --Name=value).")
        {
            new Command("serve", "Serves. This is the default."),
            StoreCopyVerb.Make(),
            WhenVerb.Make(),
            RiskVerb.Make(),
        };
        var parsed = root.Parse(args);
        // What is written on standard output is read by a program: the help is no part of it.
        if (parsed.Action is ParseErrorAction refused && parsed.CommandResult.Command.Subcommands.Count == 0)
            refused.ShowHelp = false;
        return parsed.InvokeAsync();
    }
}
