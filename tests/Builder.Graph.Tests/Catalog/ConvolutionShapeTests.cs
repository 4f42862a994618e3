namespace Builder.Graph.Tests.Catalog;

/// <summary>Convolutions: what comes out, and what is said and offered where it cannot.</summary>
public class ConvolutionShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("Conv2d", "N 1 28 28", "", "[N, 32, 26, 26]")]
    [InlineData("Conv2d", "N 3 28 28", "padding=1 out_channels=8", "[N, 8, 28, 28]")]
    [InlineData("Conv2d", "N 3 28 28", "kernel_size=[3,5] stride=[2,1] padding=[1,2]", "[N, 32, 14, 28]")]
    [InlineData("Conv2d", "N 3 28 28", "dilation=2", "[N, 32, 24, 24]")]
    [InlineData("Conv2d", "N 3 H W", "padding=1", "[N, 32, H, W]")]
    [InlineData("Conv2d", "N 3 H 9", "stride=2", "[N, 32, ⌊(H-3)/2⌋+1, 4]")]
    [InlineData("Conv1d", "N 4 100", "out_channels=8 groups=4", "[N, 8, 98]")]
    [InlineData("Conv1d", "N 4 T", "", "[N, 32, T-2]")]
    [InlineData("ConvTranspose1d", "N 4 10", "kernel_size=4 stride=2 padding=1", "[N, 32, 20]")]
    [InlineData("ConvTranspose2d", "N 64 7 7", "kernel_size=4 stride=2 padding=1 out_channels=16", "[N, 16, 14, 14]")]
    [InlineData("ConvTranspose2d", "N 64 7 7", "stride=2 output_padding=1", "[N, 32, 16, 16]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("Conv2d", "N 64", "", "WrongRank", "a list of 64 numbers [N, 64]", "Insert a Reshape to 1×8×8 before it")]
    [InlineData("Conv2d", "N 3072", "", "WrongRank", "expects a picture", "Insert a Reshape to 3×32×32 before it")]
    [InlineData("ConvTranspose2d", "N 100", "", "WrongRank", "expects a picture", "Insert a Reshape to 100×1×1 before it")]
    [InlineData("ConvTranspose1d", "N 128", "", "WrongRank", "a series for each channel", "Insert a Reshape to 128×1 before it")]
    [InlineData("Conv2d", "N 50", "kernel_size=1", "WrongRank", "expects a picture", "Insert a Reshape to 50×1×1 before it")]
    [InlineData("Conv1d", "N 64", "", "WrongRank", "a series for each channel", "Insert a Reshape to 1×64 before it")]
    [InlineData("Conv2d", "N 8 100", "", "WrongRank", "a sequence of 8 steps", "Change it to Conv1d")]
    [InlineData("Conv1d", "N 3 28 28", "", "WrongRank", "a picture of 28×28", "Change it to Conv2d")]
    [InlineData("Conv1d", "N T 8", "", "UnknownSize", "it is T", "Swap steps and channels before it")]
    [InlineData("Conv2d", "N C 8 8", "", "UnknownSize", "it is C", null)]
    [InlineData("Conv2d", "N 3 28 28", "kernel_size=[3,3,3]", "WrongCount", "kernel_size takes one number or 2, but has 3", "Set kernel_size to 3")]
    [InlineData("Conv1d", "N 3 28", "stride=[]", "WrongCount", "stride takes one number, but has 0", "Set stride to 1")]
    [InlineData("Conv2d", "N 6 8 8", "groups=4", "GroupsMismatch", "6 input and 32 output channels", "Set groups to 2")]
    [InlineData("Conv2d", "N 3 4 9", "kernel_size=5", "KernelTooLarge", "reaches over 5 does not fit into 4", "Set the kernel size to 4")]
    [InlineData("Conv2d", "N 3 9 4", "kernel_size=3 dilation=2 padding=0", "KernelTooLarge", "reaches over 5 does not fit into 4", "Set the kernel size to 2")]
    [InlineData("ConvTranspose2d", "N 3 1 1", "padding=2", "OutputTooSmall", "nothing would be left", "Set the padding to 0")]
    [InlineData("ConvTranspose1d", "N 3 5", "output_padding=1", "OutputPaddingTooLarge", "must be smaller than the stride 1", "Set the output padding to 0")]
    [InlineData("Conv1d", "N 8 int64/9", "", "WrongElement", "class or token numbers", "Insert an Embedding before it")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
