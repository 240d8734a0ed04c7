using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Linking;

/// <summary>
/// What one group asks of another, whose rows it can't write: a door finds the other by its code and does a turn there
/// (<see cref="LinkDoor"/>), or tells here why not.
/// </summary>
public static class LinkErrand
{
    /// <summary>The door's name.</summary>
    public const string Door = "groups";

    /// <summary>The kind of address that a code is.</summary>
    internal const string Kind = "link";

    private const string Code = "code";
    private const string Request = "request";
    private static readonly Duration Patience = Duration.FromHours(1);

    internal static Errand Of(string code, LinkRequest request, Turn turn) => new(
        Door,
        ImmutableSortedDictionary<string, string>.Empty
            .Add(Code, code)
            .Add(Request, Encoding.UTF8.GetString(Rows.Write(request, LinkJson.Default.LinkRequest).Span)),
        turn.Now + Patience, turn.Group.Epoch);

    internal static string CodeOf(Errand errand) => errand.Fields.GetValueOrDefault(Code, "");

    /// <summary>What came of it; null for an errand of another door.</summary>
    public static Command? Read(ErrandDone done) => done.Errand.Door != Door
        ? null
        : done.Problem is { } problem
            ? new TellOfLink(done, problem)
            : JsonSerializer.Deserialize(done.Errand.Fields[Request], LinkJson.Default.LinkRequest) is { } request
                ? new ReceiveLink(CodeOf(done.Errand), request)
                : null;
}

/// <summary>Tells who asked, alone, why nothing came of it.</summary>
internal sealed record TellOfLink(ErrandDone Done, string Problem) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows) => Done.Errand.Epoch != turn.Group.Epoch
        ? Decision.Nothing
        : new Decision { Messages = [turn.Say(Problem) with { Recipient = turn.Actor }] };
}
