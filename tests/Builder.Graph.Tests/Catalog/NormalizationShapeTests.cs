namespace Builder.Graph.Tests.Catalog;

/// <summary>Normalisations: what comes out, and what is said and offered where it cannot.</summary>
public class NormalizationShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("BatchNorm1d", "N 8", "", "[N, 8]")]
    [InlineData("BatchNorm1d", "N 8 T", "", "[N, 8, T]")]
    [InlineData("BatchNorm2d", "N 8 H W", "", "[N, 8, H, W]")]
    [InlineData("LayerNorm", "N T 64", "", "[N, T, 64]")]
    [InlineData("LayerNorm", "N 3 4", "normalized_shape=[3,4]", "[N, 3, 4]")]
    [InlineData("RMSNorm", "N T 64", "normalized_shape=64", "[N, T, 64]")]
    [InlineData("GroupNorm", "N 16 7 7", "", "[N, 16, 7, 7]")]
    [InlineData("InstanceNorm1d", "N 8 T", "", "[N, 8, T]")]
    [InlineData("InstanceNorm2d", "N 8 4 4", "", "[N, 8, 4, 4]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("BatchNorm2d", "N 8", "", "WrongRank", "expects a picture", "Change it to BatchNorm1d")]
    [InlineData("BatchNorm1d", "N 8 4 4", "", "WrongRank", "a picture of 4×4", "Change it to BatchNorm2d")]
    [InlineData("BatchNorm1d", "N F", "", "UnknownSize", "it is F", null)]
    [InlineData("LayerNorm", "N 3 T", "", "UnknownSize", "it is T", null)]
    [InlineData("LayerNorm", "N 3 4", "normalized_shape=5", "NormalizedShapeMismatch", "[N, 3, 4] does not end like that", "Normalise over the last dimension")]
    [InlineData("LayerNorm", "N 4", "normalized_shape=[2,4]", "NormalizedShapeMismatch", "does not end like that", "Normalise over the last dimension")]
    [InlineData("RMSNorm", "N", "", "WrongRank", "one number per sample", null)]
    [InlineData("GroupNorm", "N 12 7", "", "GroupsMismatch", "12 channels cannot be split into 8", "Set groups to 4")]
    [InlineData("GroupNorm", "N 8", "", "SingleValue", "a single value", null)]
    [InlineData("InstanceNorm2d", "N 8 1 1", "", "SingleValue", "a single value", null)]
    [InlineData("LayerNorm", "N T int64/9", "", "WrongElement", "class or token numbers", "Insert an Embedding before it")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
