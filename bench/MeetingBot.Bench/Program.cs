using System.Globalization;
using MeetingBot.Bench;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Report;

// The same program is also the connector, in a process of its own.
return args is ["connector", var conversations]
    ? ConnectorServer.Run(int.Parse(conversations, CultureInfo.InvariantCulture))
    : await Options.InvokeAsync(args, options => Sitting.RunAsync(options, args));
