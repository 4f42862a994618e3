namespace Builder.Graph.Tests.Catalog;

/// <summary>Dropout: what comes out, and what is said and offered where it cannot.</summary>
public class RegularizationShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("Dropout", "N T 8", "", "[N, T, 8]")]
    [InlineData("Dropout2d", "N 8 H W", "p=0.2", "[N, 8, H, W]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("Dropout2d", "N 64", "", "WrongRank", "a list of 64 numbers", "Change it to Dropout")]
    [InlineData("Dropout", "N T int64/9", "", "WrongElement", "expects plain values", "Insert an Embedding before it")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
