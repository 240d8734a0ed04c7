namespace MeetingBot.Web.Rooms;

/// <summary>What one open page was sent already.</summary>
internal sealed class FeedState(RoomMark mark)
{
    private Dictionary<string, string> _prints = new(StringComparer.Ordinal);
    private bool _troubled;

    /// <summary>A copy, in which it is noted what is about to be sent.</summary>
    public FeedState Draft() => new(Mark)
    {
        _prints = new Dictionary<string, string>(_prints, StringComparer.Ordinal), _troubled = _troubled,
    };

    /// <summary>What the draft notes is sent.</summary>
    public void Take(FeedState draft) => (Mark, _prints, _troubled) = (draft.Mark, draft._prints, draft._troubled);

    /// <summary>How far the room was read.</summary>
    public RoomMark Mark { get; set; } = mark;

    /// <summary>
    /// Whether the element looks otherwise than when it was last sent; it counts as sent from now on.
    /// </summary>
    public bool IsNew(string element, string print)
    {
        if (_prints.TryGetValue(element, out var last) && last == print) return false;
        _prints[element] = print;
        return true;
    }

    public void Forget() => _prints.Clear();

    /// <summary>The store does not answer; whether that is news.</summary>
    public bool Troubled() => _troubled ? false : _troubled = true;

    /// <summary>The store answers; whether that is news.</summary>
    public bool Recovered()
    {
        var news = _troubled;
        _troubled = false;
        return news;
    }
}
