using MeetingBot.Program.CommandLine;
using MeetingBot.Program.Serving;

// "serve" is the default verb; everything else is a tool of the command line.
return args is ["store" or "when" or "risk", ..] or ["--help"] or ["-h"] or ["--version"]
    ? await Verbs.RunAsync(args)
    : await Service.RunAsync(args is ["serve", .. var rest] ? rest : args);
