using Builder.Graph.Presets;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Presets;

/// <summary>A preset, drawn from primitives, computes what PyTorch's layer of the same name computes.</summary>
public class PresetResultTests
{
    /// <summary>Preset and number of each stored case.</summary>
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var preset in PresetCatalog.Presets)
            {
                for (var i = 0; i < StoredPreset.Read(preset.Id).Length; i++)
                {
                    cases.Add(preset.Id, i);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_and_gradients_agree_with_those_of_PyTorchs_layer(string preset, int number)
    {
        Check(StoredPreset.Read(preset)[number], ScalarType.Float64);
        Check(StoredPreset.Read(preset)[number], ScalarType.Float32);
    }

    private static void Check(StoredPreset stored, ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var program = new PresetProgram(stored, type);
        var weights = program.Weights;
        Assert.Equal(stored.Weights.Keys.Order(StringComparer.Ordinal), weights.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, values) in stored.Weights)
        {
            Assert.Equal(values.Shape, weights[name].shape);
            ExampleRun.SetValues(weights[name], values.Values);
        }

        var output = program.Run(stored.Output.Shape[0]);
        Assert.Equal(stored.Output.Shape, output.shape);
        Compare($"{stored} in {type}: output", stored.Output.Values, TensorValues.Read(output), type);

        output.backward(grad_tensors: [TensorValues.Of(stored.OutputGradient.Values, output.shape, type, output.device)]);
        foreach (var (port, gradient) in stored.InputGradients)
        {
            Compare($"{stored} in {type}: gradient by {port}", gradient.Values, TensorValues.ReadGradient(program.Input(port)), type);
        }

        foreach (var (name, gradient) in stored.WeightGradients)
        {
            Compare($"{stored} in {type}: gradient by {name}", gradient.Values, TensorValues.ReadGradient(weights[name]), type);
        }
    }

    /// <summary>Relative to the largest value of the tensor, whose rounding the small ones carry; at least to a tenth.</summary>
    private static void Compare(string what, double[] expected, double[] actual, ScalarType type)
    {
        Assert.Equal(expected.Length, actual.Length);
        var allowed = (type == ScalarType.Float64 ? 1e-8 : TestDevice.Float32Tolerance) * Math.Max(0.1, expected.Max(Math.Abs));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{what}, value {i}: {actual[i]} instead of {expected[i]}.");
        }
    }
}
