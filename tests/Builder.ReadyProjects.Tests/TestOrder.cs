using Builder.ReadyProjects.Tests;
using Builder.Tests.Order;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(TrainedProjects))]
[assembly: TestCollectionOrderer(typeof(TestOrder))]

// All long trainings share the processors from the beginning, so that they also end at about the same time. The other algorithm begins with
// the last one.
[assembly: CollectionBehavior(ParallelAlgorithm = ParallelAlgorithm.Aggressive, MaxParallelThreads = 4)]

namespace Builder.ReadyProjects.Tests;

/// <summary>The order of the trainings.</summary>
public sealed class TestOrder() : LongestFirst(typeof(WritingScores), typeof(PictureScores), typeof(TopicScores), typeof(PoemScores));
