[assembly: AssemblyFixture(typeof(Builder.EndToEnd.Tests.Serving.Browser))]

// One journey after the other: the machine's cores belong to the training that each starts.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
