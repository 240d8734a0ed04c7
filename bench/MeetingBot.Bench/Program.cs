using System.Globalization;
using MeetingBot.Bench;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Phrases;
using MeetingBot.Bench.Report;

// The same program is also the platform, and one that reads its first phrase, in processes of their own.
return args is ["connector", var conversations] ? ConnectorServer.Run(new TeamsConnector(int.Parse(conversations, CultureInfo.InvariantCulture)))
    : args is ["slack", var channels] ? ConnectorServer.Run(new SlackMethods(int.Parse(channels, CultureInfo.InvariantCulture)))
    : args is [FirstPhrase.Verb] ? FirstPhrase.Run()
    : await Options.InvokeAsync(args, options => Sitting.RunAsync(options, args));
