namespace Builder.Tests.Order;

/// <summary>Tests that measure time or take the whole machine: they run one after the other, when the others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "alone";
}
