using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks;

public sealed class RiskMatrixTests
{
    [Fact]
    public void Shipped_AreMonotone_AndReadAsPrinted()
    {
        Assert.All([RiskMatrices.Iso, RiskMatrices.Nist, RiskMatrices.Egi, RiskMatrices.Eosc], matrix => Assert.True(matrix.IsMonotone));
        Assert.Equal("Very high", RiskMatrices.Iso.Level(5, 5));
        Assert.Equal("Moderate", RiskMatrices.Iso.Level(5, 1));
        Assert.Equal("Very low", RiskMatrices.Nist.Level(5, 1));
        Assert.Equal("Moderate", RiskMatrices.Nist.Level(2, 5));
    }

    [Fact]
    public void Egi_IsTheBandsOfTheProduct()
    {
        for (var likelihood = 1; likelihood <= 4; likelihood++)
            for (var impact = 1; impact <= 4; impact++)
                Assert.Equal(
                    (likelihood * impact) switch { <= 2 => "Low", <= 4 => "Medium", <= 9 => "High", _ => "Extreme" },
                    RiskMatrices.Egi.Level(likelihood, impact));
    }

    [Fact]
    public void OwnMatrix_IsHeldAgainstItsLevels_AndItsOrder()
    {
        Assert.False(new RiskMatrix("own", ["a", "b"], [[1, 0], [1, 1]]).IsMonotone);
        Assert.False(new RiskMatrix("own", ["a", "b"], [[1, 1], [0, 1]]).IsMonotone);
        Assert.Throws<ArgumentException>(() => new RiskMatrix("own", ["a"], [[0], [0, 0]]));
        Assert.Throws<ArgumentException>(() => new RiskMatrix("own", ["a"], [[1]]));
        Assert.Throws<ArgumentException>(() => new RiskMatrix("own", ["a"], []));
    }
}
