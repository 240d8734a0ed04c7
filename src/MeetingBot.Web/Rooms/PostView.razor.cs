using MeetingBot.Conversations;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>One post, as one viewer sees it.</summary>
public sealed partial class PostView
{
    [Parameter, EditorRequired] public ShownPost Shown { get; set; } = null!;

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    [Inject] private TurnOptions Options { get; set; } = null!;

    /// <summary>The card is an answer to this viewer: the next version of the post takes its place.</summary>
    [Parameter] public bool Answered { get; set; }

    // Only the bot's word is taken for it that an address is ours to give.
    private Uri? Own => Post.Author is null ? Options.PublicUrl : null;

    private Post Post => Shown.Post;

    private string Author => Post.Author ?? Visitor.Bot;

    private string Time => TimeText.DayAndTime(Post.At, Drawing.Zone, Drawing.Now);

    private string Print => Answered ? $"answer-{Shown.Print}" : Shown.Print;

    private string Class =>
        (Post.Author is null ? "post bot" : Post.Author == Drawing.Viewer.Name ? "post own" : "post")
        + (Post.Pending ? " pending" : "")
        + (Post.OnlyFor is null ? "" : " private");
}
