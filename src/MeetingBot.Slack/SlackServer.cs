using MeetingBot.Conversations;
using MeetingBot.Slack.Answers;
using MeetingBot.Slack.Files;
using MeetingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack;

/// <summary>All that speaks to Slack's server, made once a process and not before it is needed.</summary>
internal sealed class SlackServer
{
    /// <param name="installed">The workspaces that have installed the app; null for the one whose token is set.</param>
    public SlackServer(
        SlackOptions options, TimeProvider time, ReadFile? readFile, Workspaces? installed, ILogger logger)
    {
        var (http, hosts) = (SlackHttp.Client(), new SlackHosts(options.ApiUrl));
        Hosts = hosts;
        Api = new SlackApi(new SlackClient(http, options.ApiUrl, time, options.CallLimit, logger));
        Workspaces = installed ?? new OwnWorkspace(options.BotToken!, Api, time, logger);
        Users = new UserProfiles(Workspaces, Api, time, options.NameLimit);
        Chats = new PersonalChats(Api);
        // Without the bot's token, and on hosts of their own.
        var plain = SlackHttp.Client();
        Files = new FileUploads(plain, Api, hosts, readFile, logger);
        Downloads = new FileDownload(plain, Api, Workspaces, hosts, time, options.CallLimit, logger);
        Urls = new ResponseUrls(plain, hosts, time, options.CallLimit, logger);
        Answers = new PrivateAnswers(Urls, Workspaces, Api, Chats);
        Absences = new Absences(Urls, time);
    }

    public SlackApi Api { get; }

    public SlackHosts Hosts { get; }

    public Workspaces Workspaces { get; }

    public UserProfiles Users { get; }

    public PersonalChats Chats { get; }

    public FileUploads Files { get; }

    public FileDownload Downloads { get; }

    public ResponseUrls Urls { get; }

    public PrivateAnswers Answers { get; }

    public Absences Absences { get; }
}
