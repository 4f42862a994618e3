using FsCheck;
using FsCheck.Fluent;

namespace Builder.Graph.Tests;

/// <summary>Runs a property on many random lists of seeds; a failure prints the shortest list that fails.</summary>
internal static class Properties
{
    /// <summary>Checks a property that throws where it does not hold.</summary>
    public static void Check(int runs, int length, Action<int[]> property)
    {
        var seeds = Gen.ListOf(Gen.Choose(0, int.MaxValue - 1), length).Select(l => l.ToArray());
        var arbitrary = Arb.From(seeds, Shorter);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(arbitrary, property));
    }

    private static IEnumerable<int[]> Shorter(int[] seeds) =>
        new[] { seeds.Length / 2, seeds.Length / 4, 1 }.Where(step => step > 0).Distinct()
            .SelectMany(step => Enumerable.Range(0, seeds.Length / step).Select(i => (int[])[.. seeds[..(i * step)], .. seeds[((i + 1) * step)..]]));
}
