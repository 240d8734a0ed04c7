namespace MeetingBot.Risks;

/// <summary>
/// To whom something may be passed on: the Traffic Light Protocol 2.0 (FIRST, August 2022), from the widest to the
/// strictest.
/// </summary>
public enum Tlp { Clear, Green, Amber, AmberStrict, Red }

/// <summary>Labels as the protocol writes them: capitals, no space, never translated.</summary>
public static class TlpLabels
{
    public static string Label(this Tlp tlp) => tlp switch
    {
        Tlp.Clear => "TLP:CLEAR",
        Tlp.Green => "TLP:GREEN",
        Tlp.Amber => "TLP:AMBER",
        Tlp.AmberStrict => "TLP:AMBER+STRICT",
        _ => "TLP:RED",
    };

    /// <summary>
    /// Reads <c>TLP:AMBER</c>, <c>amber+strict</c>, <c>green</c>; WHITE is CLEAR's older name. Else null.
    /// </summary>
    public static Tlp? Read(string text)
    {
        var name = text.Trim();
        if (name.StartsWith("TLP:", StringComparison.OrdinalIgnoreCase)) name = name[4..].Trim();
        return name.ToUpperInvariant() switch
        {
            "CLEAR" or "WHITE" => Tlp.Clear,
            "GREEN" => Tlp.Green,
            "AMBER" => Tlp.Amber,
            "AMBER+STRICT" or "AMBER STRICT" => Tlp.AmberStrict,
            "RED" => Tlp.Red,
            _ => null,
        };
    }

    public static Tlp Strictest(Tlp one, Tlp other) => one > other ? one : other;
}
