using Builder.Datasets.Labels;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Labels;

public sealed class LabelTextTests
{
    [Theory]
    [InlineData("drama;comedy", ";", new[] { "drama", "comedy" })]
    [InlineData(" drama ; comedy;", ";", new[] { "drama", "comedy" })]
    [InlineData("drama;drama", ";", new[] { "drama" })]
    [InlineData("AC/DC", ";", new[] { "AC/DC" })]
    [InlineData("红、蓝", "、", new[] { "红", "蓝" })]
    [InlineData("""["a", "b, c"]""", "json", new[] { "a", "b, c" })]
    [InlineData("['a', 'it\\'s']", "json", new[] { "a", "it's" })]
    [InlineData("""['a', "b's"]""", "json", new[] { "a", "b's" })]
    [InlineData("[1, 2]", "json", new[] { "1", "2" })]
    [InlineData("a", "json", new[] { "a" })]
    [InlineData("[[1], [2]]", "json", new[] { "[[1], [2]]" })]
    [InlineData("[\"a \\ud83d\", \"b\"]", "json", new[] { "a \uFFFD", "b" })]
    [InlineData("[]", "json", new string[0])]
    [InlineData("[]", ";", new string[0])]
    [InlineData("a;b", null, new[] { "a;b" })]
    public void A_cell_is_cut_into_its_labels(string cell, string? separator, string[] labels) => Assert.Equal(labels, LabelText.Split(cell, separator));

    [Fact]
    public void What_is_put_together_is_cut_into_the_same_labels_again() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("drama", "comedy", "it's", "C#", "悬疑", "a b", "\"x\"").ArrayOf().ToArbitrary(),
        Gen.Elements(LabelText.Separators.Append(LabelText.Json).ToArray()).ToArbitrary(),
        (labels, separator) => LabelText.Split(LabelText.Join(labels.Distinct().ToArray(), separator), separator).SequenceEqual(labels.Distinct())));
}
