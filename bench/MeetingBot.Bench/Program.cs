using System.Globalization;
using MeetingBot.Bench;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Phrases;
using MeetingBot.Bench.Report;

// The same program is also the connector, and one that reads its first phrase, in processes of their own.
return args is ["connector", var conversations] ? ConnectorServer.Run(int.Parse(conversations, CultureInfo.InvariantCulture))
    : args is [FirstPhrase.Verb] ? FirstPhrase.Run()
    : await Options.InvokeAsync(args, options => Sitting.RunAsync(options, args));
