namespace MeetingBot.Calendars;

/// <summary>What stands between a BEGIN and its END.</summary>
/// <param name="Name">Upper case: <c>VEVENT</c>.</param>
internal sealed record CalendarComponent(string Name, List<ContentLine> Lines, List<CalendarComponent> Parts)
{
    private const int MostDepth = 10;
    private const int MostLines = 10_000;
    private const int MostParts = 10_000;

    public ContentLine? this[string name] => Lines.Find(line => line.Name == name);

    public IEnumerable<ContentLine> All(string name) => Lines.Where(line => line.Name == name);

    /// <summary>This and all that is in it.</summary>
    public IEnumerable<CalendarComponent> Every() => Parts.SelectMany(part => part.Every()).Prepend(this);

    /// <summary>
    /// The tree of the lines, below a root without a name. An END that is missing is where the outer one ends, one too
    /// many ends nothing.
    /// </summary>
    public static CalendarComponent Tree(IEnumerable<ContentLine> lines)
    {
        var root = new CalendarComponent("", [], []);
        var open = new Stack<CalendarComponent>([root]);
        var deeper = 0;
        foreach (var line in lines)
        {
            var name = line.Value.Trim().ToUpperInvariant();
            switch (line.Name)
            {
                case "BEGIN" when open.Count > MostDepth:
                    deeper++;
                    break;
                case "BEGIN":
                    var part = new CalendarComponent(name, [], []);
                    if (open.Peek().Parts.Count < MostParts) open.Peek().Parts.Add(part);
                    open.Push(part);
                    break;
                case "END" when deeper > 0:
                    deeper--;
                    break;
                case "END" when open.Any(begun => begun.Name == name && name.Length > 0):
                    while (open.Pop().Name != name) { }
                    break;
                case "END":
                    break;
                default:
                    if (deeper == 0 && open.Peek().Lines.Count < MostLines) open.Peek().Lines.Add(line);
                    break;
            }
        }
        return root;
    }
}
