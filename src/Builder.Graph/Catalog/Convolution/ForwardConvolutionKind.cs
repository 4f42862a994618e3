using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Convolutions that look for patterns: every output is a weighted sum of a patch of the input.</summary>
public abstract class ForwardConvolutionKind : ConvolutionKind
{
    /// <inheritdoc/>
    protected override Dim OutputLength(BlockInstance block, int dimension) =>
        Window(block, dimension).Output(block.Input.Shape[dimension + 2]);

    /// <inheritdoc/>
    protected override (long First, long Second) WeightChannels(long inputs, long outputs, long groups) => (outputs, inputs / groups);

    /// <inheritdoc/>
    protected override Problem? SizeProblem(BlockInstance block) =>
        WindowRules.CheckKernel(block, Dimensions, dimension => Window(block, dimension), OutputLength);
}
