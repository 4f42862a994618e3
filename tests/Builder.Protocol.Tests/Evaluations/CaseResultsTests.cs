using System.Text;
using System.Text.Json;
using Builder.Protocol.Evaluations;

namespace Builder.Protocol.Tests.Evaluations;

public sealed class CaseResultsTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var results = new CaseResults("种类", true, "f", [1, 4, 9], [1, 0, 1]);
        var read = CaseResults.FromJson(results.ToJson());

        Assert.Equal(("种类", true, "f"), (read.Head, read.IsOfClasses, read.Fingerprint));
        Assert.Equal(results.Rows, read.Rows);
        Assert.Equal(results.Scores, read.Scores);
    }

    [Theory]
    [InlineData("""{"format":2,"head":"y","isOfClasses":true,"fingerprint":"f","rows":[1],"scores":[1]}""")]
    [InlineData("""{"format":1,"head":"y","isOfClasses":true,"fingerprint":"f","rows":[1,2],"scores":[1]}""")]
    [InlineData("""{"format":1,"head":"y","isOfClasses":true,"fingerprint":"f","rows":[2,1],"scores":[1,0]}""")]
    [InlineData("""{"format":1,"head":"y","isOfClasses":true,"fingerprint":"f","rows":[1,1],"scores":[1,0]}""")]
    [InlineData("""{"format":1,"head":"y","isOfClasses":true,"fingerprint":"f","rows":[1],"scores":[-1]}""")]
    [InlineData("""{"format":1,"head":"y","isOfClasses":true,"fingerprint":"f","rows":[1],"scores":[1e99]}""")]
    [InlineData("""{"format":1,"isOfClasses":true,"fingerprint":"f","rows":[1],"scores":[1]}""")]
    [InlineData("null")]
    public void What_cannot_be_results_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => CaseResults.FromJson(Encoding.UTF8.GetBytes(json)));
}
