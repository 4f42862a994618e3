namespace Builder.Graph.Tests.Catalog;

/// <summary>Layers that rearrange values: what comes out, and what is said and offered where it cannot.</summary>
public class ShapingShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("Flatten", "N 32 13 13", "", "[N, 5408]")]
    [InlineData("Flatten", "N T 8", "", "[N, T·8]")]
    [InlineData("Flatten", "N 2 3 4", "start_dim=2", "[N, 2, 12]")]
    [InlineData("Unflatten", "N 12", "", "[N, 1, 12]")]
    [InlineData("Unflatten", "N 12 T", "unflattened_size=[3,-1]", "[N, 3, 4, T]")]
    [InlineData("Reshape", "N 784", "shape=[1,28,28]", "[N, 1, 28, 28]")]
    [InlineData("Reshape", "N T 8 16", "shape=[-1,128]", "[N, T, 128]")]
    [InlineData("Reshape", "N T 8", "shape=[-1,4]", "[N, T·2, 4]")]
    [InlineData("Permute", "N T 8", "", "[N, 8, T]")]
    [InlineData("Permute", "N 3 H W", "dims=[0,2,3,1]", "[N, H, W, 3]")]
    [InlineData("Select", "N T 8", "", "[N, 8]")]
    [InlineData("Select", "N 4 8", "dim=2 index=0", "[N, 4]")]
    [InlineData("Upsample", "N 3 8 8", "", "[N, 3, 16, 16]")]
    [InlineData("Upsample", "N 3 8 8", "scale_factor=1.3 mode=bilinear", "[N, 3, 10, 10]")]
    [InlineData("Upsample", "N 3 T", "scale_factor=2.0", "[N, 3, T·2]")]
    [InlineData("Upsample", "N 3 T", "size=7 mode=linear", "[N, 3, 7]")]
    [InlineData("Pad", "N 3 8 8", "", "[N, 3, 10, 10]")]
    [InlineData("Pad", "N T 8", "pad=[0,0,2,-1]", "[N, T+1, 8]")]
    [InlineData("Pad", "N 3 8", "pad=[2,3] mode=reflect", "[N, 3, 13]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("Flatten", "N", "", "WrongRank", "one number per sample", null)]
    [InlineData("Flatten", "N 3 4", "start_dim=0", "BatchDimension", "different samples would be mixed", "Set start_dim to 1")]
    [InlineData("Flatten", "N 3 4", "start_dim=2 end_dim=1", "DimensionsCrossed", "lies behind the last one 1", "Join up to the last dimension")]
    [InlineData("Flatten", "N 3 4", "end_dim=3", "NoSuchDimension", "end_dim is 3", "Set end_dim to -1")]
    [InlineData("Reshape", "N 784", "shape=[1,28,29]", "SizesMismatch", "784 values cannot be laid out as 1×28×29", "Lay them out as one list")]
    [InlineData("Reshape", "N 784", "shape=[-1,-1]", "SizesUnclear", "only one may be -1", "Lay them out as one list")]
    [InlineData("Reshape", "N 784", "shape=[]", "SizesUnclear", "needs at least one", "Lay them out as one list")]
    [InlineData("Reshape", "N T 8", "shape=[4,2]", "UnknownSize", "T·8", null)]
    [InlineData("Unflatten", "N 12", "unflattened_size=[5,-1]", "SizesMismatch", "12 values cannot be laid out as 5×-1", "Lay them out as one list")]
    [InlineData("Permute", "N 3 8 8", "", "OrderMismatch", "[0, 2, 1] must list each of the 4 dimensions", "Set the order to 0, 2, 3, 1")]
    [InlineData("Permute", "N 3 8", "dims=[1,0,2]", "OrderMismatch", "0 first", "Set the order to 0, 2, 1")]
    [InlineData("Select", "N 4 8", "index=4", "NoSuchPlace", "place 4 does not exist", "Pick the last one")]
    [InlineData("Select", "N 4 8", "dim=3", "NoSuchDimension", "dim is 3", "Set dim to 1")]
    [InlineData("Upsample", "N 8", "", "WrongRank", "a list of 8 numbers", null)]
    [InlineData("Upsample", "N 3 8", "mode=bicubic", "MethodMismatch", "“bicubic” is not for a sequence", "Use “linear”")]
    [InlineData("Upsample", "N 3 2 2", "scale_factor=0.3", "OutputTooSmall", "nothing would be left", "Set the factor to 1")]
    [InlineData("Pad", "N 8 8 8", "pad=[1]", "WidthsMismatch", "1 widths do not fit", "Add one all around")]
    [InlineData("Pad", "N 3 8 8", "pad=[1,1] mode=reflect", "WidthsMismatch", "2 widths do not fit", "Add one all around")]
    [InlineData("Pad", "N 3 8", "pad=[8,0] mode=reflect", "MarginMismatch", "a margin of 8 and 0", "Set all widths to 0")]
    [InlineData("Pad", "N 3 2", "pad=[-1,-1]", "MarginMismatch", "a margin of -1 and -1", "Set all widths to 0")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
