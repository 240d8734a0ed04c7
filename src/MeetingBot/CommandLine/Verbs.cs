using System.CommandLine;

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
        return root.Parse(args).InvokeAsync();
    }
}
