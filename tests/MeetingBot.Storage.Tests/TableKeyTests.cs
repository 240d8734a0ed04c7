using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests;

/// <summary>What the homes rely on in the keys, for any ids.</summary>
public sealed class TableKeyTests
{
    // Near misses on purpose: separators, escapes, half surrogates, and lengths around the limits.
    private static readonly Gen<string> Ids =
        from length in Gen.Frequency(
            (8, Gen.Choose(0, 12)), (1, Gen.Choose(28, 32)), (1, Gen.Choose(148, 152)), (1, Gen.Choose(1000, 1024)))
        from units in Gen.Frequency(
            (4, Gen.Elements("ab~|/\\#?%'07CDh \u0000\n\uD83D\uDE42\uD800ä".ToCharArray())),
            (2, Gen.Choose(0x20, 0x7E).Select(unit => (char)unit)),
            (1, Gen.Choose(0, 0xFFFF).Select(unit => (char)unit))).ArrayOf(length)
        select new string(units);

    private static readonly Gen<string[]> Segments =
        from count in Gen.Choose(1, 3)
        from segments in Ids.ArrayOf(count)
        where segments is not [""]
        select segments;

    private static readonly Config Often = Config.QuickThrowOnFailure.WithReplay(20250627, 1).WithMaxTest(3_000);

    [Fact]
    public void DifferentSegments_NeverMakeOneKey() => Check.One(Often, Prop.ForAll(
        Arb.From(Segments), Arb.From(Segments),
        (one, other) => one.SequenceEqual(other) == (TableKey.Join(one) == TableKey.Join(other))));

    [Fact]
    public void SegmentChangedInOneUnit_MakesAnotherKey() => Check.One(Often, Prop.ForAll(
        Arb.From(Ids.Where(id => id.Length > 0)), Arb.From(Gen.Choose(0, 1023)), Arb.From(Gen.Choose(1, 0xFFFF)),
        (id, at, by) =>
        {
            var units = id.ToCharArray();
            units[at % units.Length] = (char)(units[at % units.Length] + by);
            return TableKey.Join("k", id) != TableKey.Join("k", new string(units));
        }));

    [Fact]
    public void AnyKey_IsLegalInEveryHome() => Check.One(Often, Prop.ForAll(
        Arb.From(Segments),
        segments =>
        {
            var key = TableKey.Join(segments);
            TableKey.Check(key);
            return key.Length <= TableKey.MaxLength
                && key.All(c => c is >= ' ' and <= '~' && !"/\\#?%'".Contains(c, StringComparison.Ordinal));
        }));

    [Fact]
    public void KeyUnderSegments_LiesInTheirRange_AndOthersDoNot() => Check.One(Often, Prop.ForAll(
        Arb.From(Segments.Where(segments => segments.Length < 3)), Arb.From(Segments), Arb.From(Ids),
        (prefix, other, last) =>
        {
            var range = KeyRange.Under(prefix);
            var isUnder = other.Length > prefix.Length && other.Take(prefix.Length).SequenceEqual(prefix);
            return range.Contains(TableKey.Join([.. prefix, last])) && range.Contains(TableKey.Join(other)) == isUnder
                && !range.Contains(TableKey.Join(prefix)) && KeyRange.All.Contains(TableKey.Join(other));
        }));
}
