using System.Diagnostics;

namespace MeetingBot.Times;

public sealed class ZoneRulesTests
{
    [Theory]
    [InlineData("Zurich", "Europe/Zurich")]
    [InlineData(" buenos aires ", "America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Nowhere")]
    [InlineData("")]
    public void PlaceOfAZone_IsFound(string typed, params string[] zones) =>
        Assert.Equal(zones.Order(), ZoneRules.WithPlace(typed).Order());

    [Fact]
    public void NameFarTooLong_IsNoneAndNotGoneThrough()
    {
        var typed = new string('x', 100_000);

        var watch = Stopwatch.StartNew();
        for (var time = 0; time < 100; time++)
        {
            Assert.Empty(ZoneRules.WithPlace(typed));
            Assert.Null(ZoneRules.Canonical(typed));
        }

        // Each took 60 ms when the whole text was written anew for each zone.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }
}
