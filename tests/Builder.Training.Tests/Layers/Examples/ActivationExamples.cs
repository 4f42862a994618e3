using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Activations over values on both sides of their kinks.</summary>
public sealed class ActivationExamples : FamilyExamples
{
    private static readonly string[] WithoutParameters =
    [
        "ReLU", "ReLU6", "SELU", "SiLU", "Mish", "Sigmoid", "Tanh", "LogSigmoid", "Softsign", "Hardswish", "Hardsigmoid",
    ];

    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        .. WithoutParameters.Select(kind => new KindExamples(kind, draw => Of(kind, Any(draw)))),
        WithParameters("LeakyReLU", "negative_slope"),
        WithParameters("ELU", "alpha"),
        WithParameters("CELU", "alpha"),
        WithParameters("GELU", "approximate"),
        WithParameters("Softplus", "beta", "threshold"),
        new("Hardtanh", draw => Of("Hardtanh", Any(draw)).With("min_val", draw.Real(-3, -0.5)).With("max_val", draw.Real(0.5, 3))),
        new("PReLU", Slopes),
        new("GLU", draw => Of("GLU", Values(2, 4, 6)).With("dim", draw.Pick(-1L, 1L, 2L, -2L))),
        new("Softmax", draw => Of("Softmax", Any(draw)).With("dim", draw.Pick(-1L, 1L))),
        new("LogSoftmax", draw => Of("LogSoftmax", Any(draw)).With("dim", draw.Pick(-1L, 1L))),
    ];

    private static KindExamples WithParameters(string kind, params string[] parameters) =>
        new(kind, draw => draw.FromRanges(Of(kind, Any(draw)), parameters));

    private static LayerExample Slopes(Draw draw)
    {
        var example = Of("PReLU", draw.Flag() ? Values(3, 4) : Values(2, 4, 2, 3)).With("init", draw.Real(0, 1));
        return draw.Flag() ? example : example.With("num_parameters", 4);
    }

    private static ExampleInput Any(Draw draw) => draw.Pick(Values(3, 5), Values(2, 3, 4), Values(2, 2, 3, 2)).Between(-8, 8);
}
