namespace Builder.Graph.Tests.Catalog;

/// <summary>Activations: what comes out, and what is said and offered where it cannot.</summary>
public class ActivationShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("ReLU", "N", "", "[N]")]
    [InlineData("GELU", "N T 8", "approximate=tanh", "[N, T, 8]")]
    [InlineData("Softmax", "N 10", "", "[N, 10]")]
    [InlineData("Softmax", "N 10 H W", "dim=1", "[N, 10, H, W]")]
    [InlineData("GLU", "N 10", "", "[N, 5]")]
    [InlineData("GLU", "N T 8", "dim=1", "[N, ⌊T/2⌋, 8]")]
    [InlineData("PReLU", "N 3 8 8", "num_parameters=3", "[N, 3, 8, 8]")]
    [InlineData("Hardtanh", "N 3", "", "[N, 3]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("ReLU", "N T int64/9", "", "WrongElement", "expects plain values", "Insert an Embedding before it")]
    [InlineData("Softmax", "N 10", "dim=2", "NoSuchDimension", "dim is 2, but the input [N, 10] has only 2 dimensions", "Set dim to -1")]
    [InlineData("Softmax", "N 10", "dim=0", "BatchDimension", "different samples would be mixed", "Set dim to -1")]
    [InlineData("LogSoftmax", "N", "", "BatchDimension", "different samples would be mixed", null)]
    [InlineData("GLU", "N 9", "", "OddSize", "9 values, which cannot be split", null)]
    [InlineData("PReLU", "N 4", "num_parameters=3", "SlopesMismatch", "3 slopes, but 4 channels", "Use one slope for all")]
    [InlineData("Hardtanh", "N 4", "min_val=2.0", "LimitsCrossed", "2 must be below the upper limit 1", "Set the upper limit to 3")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
