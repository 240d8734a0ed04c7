using MeetingBot.EndToEnd.Tests.Browser;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>Members of the room who have no script, at the same time.</summary>
internal sealed class HttpMembers(RunningBot bot, IEnumerable<string> names) : IDisposable
{
    public IReadOnlyList<HttpMember> All { get; } = [.. names.Select(name => new HttpMember(bot, name))];

    /// <summary>Each asks the bot something, by which it knows them.</summary>
    public async Task ComeAsync()
    {
        foreach (var member in All) await member.SayAsync("/help risks");
    }

    /// <summary>Each goes through their own card.</summary>
    public Task ScoreAsync(Func<string, (char Likelihood, char Impact, string Why)?[]> scores) =>
        Task.WhenAll(All.Select(member => member.ScoreAsync(scores(member.Name))));

    public void Dispose()
    {
        foreach (var member in All) member.Dispose();
    }
}
