using MeetingBot.Cards;

namespace MeetingBot.Web.Cards;

/// <summary>What the parts of a drawn card need to know of the form around them.</summary>
/// <param name="Id">Begins the id of every element, unique on the page.</param>
/// <param name="Action">Where the form is posted.</param>
/// <param name="PostId">The message that carries the card; empty for none.</param>
/// <param name="Token">The form's token; empty where its address alone admits.</param>
/// <param name="FormId">Names one sending of the form; empty where the script names it.</param>
/// <param name="IsPage">It is all that its page shows, so that its title is the page's heading.</param>
public sealed record CardDrawing(
    string Id, string Action, string PostId, string Token, string FormId, bool IsPage = false)
{
    public string InputId(CardInput input) => $"{Id}-{input.Id}";
}
