using Builder.ReadyProjects.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(TrainedProjects))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

// All long trainings share the processors from the beginning, so that they also end at about the same time. The other algorithm begins with
// the last one.
[assembly: CollectionBehavior(ParallelAlgorithm = ParallelAlgorithm.Aggressive, MaxParallelThreads = 4)]

namespace Builder.ReadyProjects.Tests;

/// <summary>The longest trainings begin first, so that none of them is alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long = [typeof(WritingScores), typeof(PictureScores), typeof(TopicScores), typeof(PoemScores)];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, t => c.TestCollectionDisplayName.Contains(t.FullName!, StringComparison.Ordinal)) is var place and >= 0 ? place : Long.Length)];
}
