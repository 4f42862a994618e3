namespace Builder.Graph.Tests.Catalog;

/// <summary>Pooling: what comes out, and what is said and offered where it cannot.</summary>
public class PoolingShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("MaxPool2d", "N 32 26 26", "", "[N, 32, 13, 13]")]
    [InlineData("MaxPool2d", "N 32 27 27", "", "[N, 32, 13, 13]")]
    [InlineData("MaxPool2d", "N 32 27 27", "ceil_mode=true", "[N, 32, 14, 14]")]
    [InlineData("MaxPool2d", "N 32 27 9", "kernel_size=3 stride=2 padding=1", "[N, 32, 14, 5]")]
    [InlineData("MaxPool1d", "N 4 10", "dilation=2", "[N, 4, 4]")]
    [InlineData("MaxPool1d", "N 4 T", "", "[N, 4, ⌊(T-2)/2⌋+1]")]
    [InlineData("AvgPool1d", "N 4 9", "kernel_size=3", "[N, 4, 3]")]
    [InlineData("AvgPool2d", "N C 8 8", "kernel_size=[2,4]", "[N, C, 4, 2]")]
    [InlineData("AvgPool2d", "N 2 5 5", "kernel_size=3 stride=3 padding=1 ceil_mode=true", "[N, 2, 2, 2]")]
    [InlineData("AdaptiveAvgPool2d", "N 32 H W", "", "[N, 32, 1, 1]")]
    [InlineData("AdaptiveAvgPool2d", "N 32 9 9", "output_size=[2,3]", "[N, 32, 2, 3]")]
    [InlineData("AdaptiveAvgPool1d", "N 8 T", "output_size=4", "[N, 8, 4]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("MaxPool2d", "N 784", "", "WrongRank", "a list of 784 numbers", "Insert a Reshape to 1×28×28 before it")]
    [InlineData("MaxPool2d", "N 8 100", "", "WrongRank", "expects a picture", "Change it to MaxPool1d")]
    [InlineData("MaxPool2d", "N 8 1 1", "", "KernelTooLarge", "does not fit into 1", "Set the kernel size to 1")]
    [InlineData("MaxPool2d", "N 8 9 9", "padding=2", "PaddingTooLarge", "at most half the kernel size, here 1", "Set the padding to 1")]
    [InlineData("AvgPool1d", "N 8 9", "kernel_size=[2,2]", "WrongCount", "kernel_size takes one number, but has 2", "Set kernel_size to 2")]
    [InlineData("AdaptiveAvgPool2d", "N 8 9 9", "output_size=[1,2,3]", "WrongCount", "output_size takes one number or 2", "Set output_size to 1")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
