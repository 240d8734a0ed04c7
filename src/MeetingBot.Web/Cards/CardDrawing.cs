using MeetingBot.Cards;

namespace MeetingBot.Web.Cards;

/// <summary>What the parts of a drawn card need to know of the form around them.</summary>
/// <param name="Id">Begins the id of every element, unique on the page.</param>
/// <param name="Action">Where the form is posted.</param>
/// <param name="PostId">The message that carries the card.</param>
/// <param name="Token">The form's token.</param>
/// <param name="FormId">Names one sending of the form; empty where the script names it.</param>
public sealed record CardDrawing(string Id, string Action, string PostId, string Token, string FormId)
{
    public string InputId(CardInput input) => $"{Id}-{input.Id}";
}
