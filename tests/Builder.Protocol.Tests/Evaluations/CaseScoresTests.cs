using System.Text;
using System.Text.Json;
using Builder.Protocol.Evaluations;

namespace Builder.Protocol.Tests.Evaluations;

public sealed class CaseScoresTests
{
    private static CaseScores Example => new([new("kind", new(1, 0.31), [new("validation", [0.1f, 1], [0.9f, 0], [1, 0]), new("test", [1 / 3f], [2 / 3f], [1])])]);

    [Fact]
    public void What_is_written_is_read_again_to_the_last_bit()
    {
        var read = CaseScores.FromJson(Example.ToJson()).Of("kind")!;

        Assert.Equal((1 / 3f, 2 / 3f), (read.Of("test")!.First[0], read.Of("test")!.Second[0]));
        Assert.Equal((double)(1 / 3f), read.Of("test")!.Probability(0, 0));
        Assert.Equal(new CaseDecision(1, 0.31), read.Trained);
        Assert.Null(read.Of("train"));
        Assert.Null(CaseScores.FromJson(Example.ToJson()).Of("other"));
    }

    [Fact]
    public void A_class_is_said_from_the_threshold_on_and_without_one_the_likelier_and_the_first_of_two_that_are_as_likely()
    {
        PartCases cases = new("test", [0.5f, 0.4f, 0.75f], [0.5f, 0.6f, 0.25f], [0, 1, 0]);

        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(i => cases.Said(null, i)));
        Assert.Equal([1, 1, 1], Enumerable.Range(0, 3).Select(i => cases.Said(new(1, 0.25), i)));
        Assert.Equal([1, 1, 0], Enumerable.Range(0, 3).Select(i => cases.Said(new(0, 0.6), i)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"format":2,"heads":[]}""")]
    [InlineData("""{"heads":null}""")]
    [InlineData("""{"heads":[null]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":null}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[]},{"head":"a","parts":[]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"all","first":[],"second":[],"true":[]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[0.5],"second":[],"true":[1]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[0.5],"second":[0.5],"true":[2]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[0.5],"second":[1.5],"true":[1]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[0.5],"second":[1e999],"true":[1]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[0.5],"second":["NaN"],"true":[1]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[0.5],"second":[0.5]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","parts":[{"part":"test","first":[],"second":[],"true":[]},{"part":"test","first":[],"second":[],"true":[]}]}]}""")]
    [InlineData("""{"heads":[{"head":"a","trained":{"class":2,"threshold":0.5},"parts":[]}]}""")]
    [InlineData("""{"heads":[{"head":"a","trained":{"class":1,"threshold":1.5},"parts":[]}]}""")]
    public void Something_else_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => CaseScores.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void More_cases_than_are_ever_kept_are_refused()
    {
        var many = new float[CaseScores.MostCases + 1];
        var json = new CaseScores([new("a", null, [new("test", many, many, new int[many.Length])])]).ToJson();

        Assert.InRange(json.Length, 1, CaseScores.MostBytes);
        Assert.Throws<JsonException>(() => CaseScores.FromJson(json));
    }

    [Theory]
    [InlineData("""{"heads":{"a":{"class":1,"found":0,"missed":-5,"falseAlarm":-1,"rightNo":0}}}""", true)]
    [InlineData("""{"heads":{"a":{"class":2,"found":0,"missed":-5,"falseAlarm":-1,"rightNo":0}}}""", false)]
    [InlineData("""{"heads":{"a":{"class":1,"found":1e999,"missed":-5,"falseAlarm":-1,"rightNo":0}}}""", false)]
    [InlineData("""{"heads":{"a":{"class":1,"found":1e13,"missed":-5,"falseAlarm":-1,"rightNo":0}}}""", false)]
    [InlineData("""{"heads":{"a":null}}""", false)]
    [InlineData("""{"format":2,"heads":{}}""", false)]
    [InlineData("""{}""", false)]
    public void Values_are_read_where_one_can_compute_with_them(string json, bool usable)
    {
        var error = Record.Exception(() => GivenValues.FromJson(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(usable, error is null);
        Assert.True(error is null or JsonException, $"{error}");
    }
}
