using Xunit.Sdk;
using Xunit.v3;

namespace Builder.Tests.Order;

/// <summary>The longest collections begin first, so that none of them is alone at the end.</summary>
/// <param name="longest">Test classes of the longest ones, the longest one first.</param>
public abstract class LongestFirst(params Type[] longest) : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(longest, t => IsOf(c, t)) is var place and >= 0 ? place : longest.Length)];

    private static bool IsOf(ITestCollection collection, Type type) => collection.TestCollectionDisplayName.Contains(type.FullName!, StringComparison.Ordinal);
}
