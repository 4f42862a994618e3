using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Noise and constants; all other inputs compute nothing.</summary>
public sealed class InputsExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("Noise", draw => Of("Noise").With("size", draw.PerDimension((int)draw.Int(1, 3), 1, 5))
            .With("distribution", draw.Pick("normal", "uniform")), Random: true),
        new("Constant", draw => draw.FromRanges(
            Of("Constant", draw.Flag() ? Values(3, draw.Int(1, 4)).Fixed() : Numbers(5, 2, draw.Int(1, 4))), "value")),
    ];
}
