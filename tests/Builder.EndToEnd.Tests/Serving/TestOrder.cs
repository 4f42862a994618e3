using Builder.EndToEnd.Tests.Journeys;
using Builder.EndToEnd.Tests.Kills;
using Builder.EndToEnd.Tests.Serving;
using Builder.Tests.Order;

[assembly: TestCollectionOrderer(typeof(TestOrder))]

// Three journeys side by side, each with a server, a data folder and a window of its own: a page mostly waits, and while it waits the other one can go on.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace Builder.EndToEnd.Tests.Serving;

/// <summary>The order of the journeys.</summary>
public sealed class TestOrder() : LongestFirst(
    typeof(KilledServerTests), typeof(SmallWindowTests), typeof(OwnPicturesTests), typeof(InstrumentTests), typeof(SizeTests), typeof(OwnDataTests), typeof(CanvasTests), typeof(LabelTests));
