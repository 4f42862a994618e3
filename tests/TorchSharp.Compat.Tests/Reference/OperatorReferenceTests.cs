using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Reference;

public sealed class OperatorReferenceTests
{
    private const double Relative = 1e-5;

    public static TheoryData<string> Names => [.. ReferenceFile.Stored.Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operator_gives_PyTorchs_result_and_gradients(string name)
    {
        using var scope = NewDisposeScope();
        var stored = ReferenceFile.Stored.Cases[name];
        var inputs = stored.Inputs.Select(input => input.ToTensor().requires_grad_()).ToArray();

        var result = OperatorCases.ByName[name](inputs);
        (result * OperatorCases.Weights(result)).sum().backward();

        AssertClose(stored.Result, result, "result");
        for (var i = 0; i < inputs.Length; i++)
        {
            AssertClose(stored.Gradients[i], inputs[i].grad ?? zeros_like(inputs[i]), $"gradient {i}");
        }
    }

    [Fact]
    public void Every_stored_case_is_tried_and_every_tried_case_is_stored()
    {
        Assert.Equal(ReferenceFile.Stored.Cases.Keys.Order(), OperatorCases.ByName.Keys.Order());
    }

    private static void AssertClose(StoredTensor expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Size, actual.shape);
        var values = actual.detach().data<float>().ToArray();
        var scale = expected.Values.Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < values.Length; i++)
        {
            var tolerance = Relative * Math.Max(Math.Abs(expected.Values[i]), 0.1 * scale) + 1e-9;
            Assert.True(
                Math.Abs(values[i] - expected.Values[i]) <= tolerance, $"{what}[{i}] is {values[i]}, but PyTorch has {expected.Values[i]}.");
        }
    }
}
