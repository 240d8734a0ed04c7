using MeetingBot.Conversations;
using MeetingBot.Teams.Connector;

namespace MeetingBot.Teams.Files;

/// <summary>
/// From which addresses files are fetched, and to which they are put: the address comes from outside, and an instance
/// in somebody's network must not be made to look around there.
/// </summary>
internal sealed class FileHosts(TeamsOptions options)
{
    /// <summary>The address, or null where nothing is fetched from or put.</summary>
    public Uri? Find(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0) return null;
        if (options.Door == TeamsDoor.Open)
            return LoopbackCaller.IsLoopbackUrl(uri.GetLeftPart(UriPartial.Path)) ? uri : null;
        return HostList.Names([.. options.Cloud.FileHosts, .. options.Cloud.ServiceHosts], uri) ? uri : null;
    }
}
