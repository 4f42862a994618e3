using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Dropout in use, where it changes nothing; its own tests look at it in training.</summary>
public sealed class RegularizationExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("Dropout", draw => draw.FromRanges(Of("Dropout", draw.Flag() ? Values(3, 4) : Values(2, 3, 4)), "p")),
        new("Dropout2d", draw => draw.FromRanges(Of("Dropout2d", Values(2, draw.Int(1, 4), 3, 2)), "p")),
    ];
}
