using System.Text;
using System.Text.Json;

namespace Builder.Protocol.Tests;

public class DecisionThresholdsTests
{
    [Fact]
    public void Thresholds_are_read_back_as_they_were_written()
    {
        var read = DecisionThresholds.FromJson(new DecisionThresholds([new HeadThresholds("fraud", [new ClassThreshold("yes", 0.25)])]).ToJson());

        Assert.Equal([new ClassThreshold("yes", 0.25)], read.Of("fraud")!.Classes);
        Assert.Null(read.Of("other"));
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("null")]
    public void What_is_no_probability_is_no_threshold(string threshold) => Assert.Throws<JsonException>(() => DecisionThresholds.FromJson(
        Encoding.UTF8.GetBytes($$"""{"heads":[{"head":"fraud","classes":[{"class":"yes","threshold":{{threshold}}}]}],"format":1}""")));
}
