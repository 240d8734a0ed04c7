using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
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
    private const string Joined = "joined";
    private const string Dropped = "dropped";
    private static readonly Duration Patience = Duration.FromHours(1);

    internal static Errand Of(string code, LinkRequest request, Turn turn) => new(
        Door, Fields(Code, code).Add(Request, Write(request)), turn.Now + Patience, turn.Group.Epoch);

    /// <summary>Settles that the conversation is this group's, once that is stored here.</summary>
    internal static Outgoing Settling(LinkRequest request, ConversationReference home, Turn turn) =>
        Sent(home, Fields(Joined, Write(request)), turn);

    /// <summary>The requests of this conversation, which is being forgotten, are dropped where it has asked.</summary>
    /// <param name="rows">With <see cref="LinkRows.Asking"/>.</param>
    public static IEnumerable<Outgoing> Dropping(Turn turn, RowSet rows) => rows.In(LinkRows.Asking)
        .Select(row => row.TryRead(LinkJson.Default.LinkAsking)).OfType<LinkAsking>()
        .Where(asking => asking.Until > turn.Now)
        .Select(asking => Sent(asking.At, Fields(Dropped, LinkRequest.IdOf(turn.Conversation.Own)), turn));

    internal static string CodeOf(Errand errand) => errand.Fields.GetValueOrDefault(Code, "");

    /// <summary>Whose being a side is to be settled; null for another errand.</summary>
    internal static LinkRequest? JoinedOf(Errand errand) => Read(errand, Joined);

    /// <summary>The id of the request that is dropped; null for another errand.</summary>
    internal static string? DroppedOf(Errand errand) => errand.Fields.GetValueOrDefault(Dropped);

    /// <summary>Who asks, with a code; null for another errand.</summary>
    internal static LinkRequest? RequestOf(Errand errand) => Read(errand, Request);

    /// <summary>What came of it; null for an errand of another door.</summary>
    public static Command? Read(ErrandDone done)
    {
        if (done.Errand.Door != Door) return null;
        if (DroppedOf(done.Errand) is { } dropped) return new DropRequest(dropped);
        if (JoinedOf(done.Errand) is { } joined) return done.Problem is null ? null : new GiveUpSide(joined);
        return done.Problem is { } problem
            ? new TellOfLink(done, problem)
            : RequestOf(done.Errand) is { } request ? new ReceiveLink(CodeOf(done.Errand), request) : null;
    }

    private static Outgoing Sent(
        ConversationReference to, ImmutableSortedDictionary<string, string> fields, Turn turn) =>
        new(to, "Told to the other group.", Recipient: turn.Actor)
        {
            Errand = new Errand(Door, fields, turn.Now + OutboxDelivery.Longest, turn.Group.Epoch),
        };

    private static ImmutableSortedDictionary<string, string> Fields(string name, string value) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(name, value);

    private static string Write(LinkRequest request) =>
        Encoding.UTF8.GetString(Rows.Write(request, LinkJson.Default.LinkRequest).Span);

    private static LinkRequest? Read(Errand errand, string name) => errand.Fields.TryGetValue(name, out var text)
        ? JsonSerializer.Deserialize(text, LinkJson.Default.LinkRequest)
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
