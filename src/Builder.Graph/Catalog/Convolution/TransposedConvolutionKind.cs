using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Transposed convolutions: every input paints its pattern into the output, which therefore grows.</summary>
public abstract class TransposedConvolutionKind : ConvolutionKind
{
    private ImmutableArray<Parameter> _parameters;

    /// <inheritdoc/>
    protected override bool StartsFromOnePixel => true;

    /// <inheritdoc/>
    protected override string[] PerDimension => [.. base.PerDimension, "output_padding"];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => _parameters.IsDefault
        ? _parameters = base.Parameters.Insert(4, Parameter.IntegerOrList("output_padding", 0, new("Output padding", "输出填充"), new(
            "Adds rows at one end, for sizes that the stride alone cannot reach.",
            "在一端补行，用于得到仅靠步幅无法达到的大小。"), 0, 1_000))
        : _parameters;

    /// <inheritdoc/>
    protected override Dim OutputLength(BlockInstance block, int dimension) =>
        Window(block, dimension).TransposedOutput(block.Input.Shape[dimension + 2], OutputPadding(block, dimension));

    /// <inheritdoc/>
    protected override (long First, long Second) WeightChannels(long inputs, long outputs, long groups) => (inputs, outputs / groups);

    /// <inheritdoc/>
    protected override Problem? SizeProblem(BlockInstance block)
    {
        for (var i = 0; i < Dimensions; i++)
        {
            if ((OutputPaddingProblem(block, i) ?? TooSmallProblem(block, i)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Problem? OutputPaddingProblem(BlockInstance block, int dimension)
    {
        var (window, extra) = (Window(block, dimension), OutputPadding(block, dimension));
        return extra < Math.Max(window.Stride, window.Dilation) ? null : CommonProblems.Mismatch(block, "OutputPaddingTooLarge", new(
            $"the output padding {extra} must be smaller than the stride {window.Stride} or the dilation {window.Dilation}.",
            $"输出填充 {extra} 必须小于步幅 {window.Stride} 或扩张 {window.Dilation}。"), CommonProblems.Set(
                block, "output_padding", 0, new("Set the output padding to 0", "将输出填充设为 0")));
    }

    private Problem? TooSmallProblem(BlockInstance block, int dimension)
    {
        var output = OutputLength(block, dimension);
        return !output.IsKnown || output.Size >= 1 ? null : CommonProblems.Mismatch(block, "OutputTooSmall", new(
            $"nothing would be left of {CommonProblems.Describe(block.Input).En}: the padding takes away more than the layer adds.",
            $"{CommonProblems.Describe(block.Input).Zh} 将什么都不剩：填充去掉的比该层增加的还多。"), CommonProblems.Set(
                block, "padding", 0, new("Set the padding to 0", "将填充设为 0")));
    }

    private long OutputPadding(BlockInstance block, int dimension) => block.Ints("output_padding", Dimensions)[dimension];
}
