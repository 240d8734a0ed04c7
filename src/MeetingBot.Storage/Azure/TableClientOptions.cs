using Azure.Core;

namespace MeetingBot.Storage.Azure;

/// <summary>Settings of the pipeline: its retries are short, because a person waits for the answer.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>The service's version that this client was written against; bearer tokens need it.</summary>
    public const string ServiceVersion = "2020-12-06";

    public TableClientOptions()
    {
        Retry.MaxRetries = 3;
        Retry.Delay = TimeSpan.FromMilliseconds(200);
        Retry.MaxDelay = TimeSpan.FromSeconds(2);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
    }
}
