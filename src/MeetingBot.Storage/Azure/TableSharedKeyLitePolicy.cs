using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MeetingBot.Storage.Azure;

/// <summary>
/// Signs each try with the account's key, by SharedKeyLite for the table service: the date and the path as it
/// is sent, and nothing else. https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
/// </summary>
internal sealed class TableSharedKeyLitePolicy(string account, string key, TimeProvider time)
    : HttpPipelineSynchronousPolicy
{
    private readonly byte[] secret = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        // x-ms-date and never Date as well: the emulator would sign over the other one.
        var date = time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = Sign(date, message.Request.Uri.ToUri().AbsolutePath);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{signature}");
    }

    /// <summary>The signature over a date (RFC 1123) and a path, percent-encoded as sent.</summary>
    public string Sign(string date, string path) => Convert.ToBase64String(
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{date}\n/{account}{path}")));
}
