using Azure.Core;
using Azure.Core.Pipeline;

namespace MeetingBot.Storage.Azure;

/// <summary>Adds a shared access signature to each request's query, once.</summary>
internal sealed class TableSasPolicy(string signature) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        if (query.Contains(signature, StringComparison.Ordinal)) return;
        message.Request.Uri.Query = query.Length > 1 ? $"{query}&{signature}" : signature;
    }
}
