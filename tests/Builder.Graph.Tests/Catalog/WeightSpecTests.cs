using Builder.Graph.Catalog;

namespace Builder.Graph.Tests.Catalog;

public class WeightSpecTests
{
    [Fact]
    public void The_number_of_values_is_the_product_of_the_sizes_and_never_turns_negative()
    {
        Assert.Equal(24, WeightSpec.Of("weight", 2, 3, 4).Count);
        Assert.Equal(1, WeightSpec.Of("scale").Count);
        Assert.Equal(long.MaxValue, WeightSpec.Of("weight", 1_000_000, 1_000_000_000, 1000, 1000).Count);
    }
}
