using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory (https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html).</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    // libtorch's lstm.input with its arguments, faster on the processor (native/extras/lstm.cpp).
    private static readonly Operator s_lstm = new("builder::lstm");
    private readonly RecurrentParameters _parameters;

    internal LSTM(RecurrentParameters parameters, Device? device, ScalarType? dtype)
    {
        _parameters = parameters;
        parameters.Register(this, device, dtype);
    }

    /// <returns>All outputs [batch, time, hidden] or [time, batch, hidden], the last h and the last c [layers, batch, hidden].</returns>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (h0_c0 is var (h0, c0))
        {
            return Run(input, h0, c0);
        }

        using var zero = _parameters.ZeroState(input);
        return Run(input, zero, zero);
    }

    public (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => forward(input, h0_c0);

    private (Tensor, Tensor, Tensor) Run(Tensor input, Tensor h0, Tensor c0) =>
        s_lstm.CallForThree(
            input,
            new[] { h0, c0 },
            ParametersInOrder,
            _parameters.HasBias,
            _parameters.Layers,
            _parameters.Dropout,
            training,
            _parameters.Bidirectional,
            _parameters.BatchFirst);
}
