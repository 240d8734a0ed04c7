using System.Collections.Immutable;

namespace MeetingBot.Risks.Criteria;

/// <summary>The matrices that are shipped.</summary>
public static class RiskMatrices
{
    private static readonly ImmutableArray<string> Five = ["Very low", "Low", "Moderate", "High", "Very high"];
    private static readonly ImmutableArray<string> Four = ["Low", "Medium", "High", "Extreme"];

    /// <summary>The 5 x 5 example of ISO/IEC 27005:2022 as CISO Assistant ships it.</summary>
    public static RiskMatrix Iso { get; } = new(
        "ISO/IEC 27005 5x5", Five,
        [[0, 0, 1, 1, 1], [0, 1, 1, 2, 2], [1, 1, 2, 3, 3], [1, 2, 3, 3, 4], [2, 3, 3, 4, 4]]);

    /// <summary>NIST SP 800-30 rev. 1, Table I-2.</summary>
    public static RiskMatrix Nist { get; } = new(
        "NIST SP 800-30 I-2", Five,
        [[0, 0, 0, 1, 1], [0, 1, 1, 1, 2], [0, 1, 2, 2, 3], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]);

    /// <summary>
    /// EGI's bands of the product, as a lookup: Low 1 and 2, Medium 3 and 4, High 6 to 9, Extreme 12 and 16.
    /// </summary>
    public static RiskMatrix Egi { get; } = new(
        "EGI 4x4", Four, [[0, 0, 1, 1], [0, 1, 2, 2], [1, 2, 2, 3], [1, 2, 3, 3]]);

    /// <summary>The 4 x 4 lookup of EOSC-hub.</summary>
    public static RiskMatrix Eosc { get; } = new(
        "EOSC-hub 4x4", Four, [[0, 0, 1, 1], [0, 1, 2, 2], [1, 2, 2, 3], [1, 2, 3, 3]]);

    /// <summary>The 3 x 3 lookup of the OWASP risk rating.</summary>
    public static RiskMatrix Three { get; } = new(
        "OWASP 3x3", ["Note", "Low", "Medium", "High", "Critical"], [[0, 1, 2], [1, 2, 3], [2, 3, 4]]);
}
