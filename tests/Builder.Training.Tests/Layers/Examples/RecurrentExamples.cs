using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Recurrent layers.</summary>
public sealed class RecurrentExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("RNN", draw => Any("RNN", draw).With("nonlinearity", draw.Pick("tanh", "relu"))),
        new("LSTM", draw => Any("LSTM", draw)),
        new("GRU", draw => Any("GRU", draw)),
    ];

    private static LayerExample Any(string kind, Draw draw) => draw.FromRanges(
        Of(kind, Values(draw.Int(1, 3), draw.Int(1, 5), draw.Int(1, 4)))
            .With("hidden_size", draw.Int(1, 4)).With("num_layers", draw.Int(1, 3)), ["output", "bidirectional", "bias", .. Dropout]);

    /// <summary>Outside training it does nothing on the CPU; a GPU's recurrent layers that have it give no gradients there.</summary>
    private static string[] Dropout => TestDevice.Current.type == TorchSharp.DeviceType.CPU ? ["dropout"] : [];
}
