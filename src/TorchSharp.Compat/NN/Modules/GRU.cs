using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent units (https://pytorch.org/docs/stable/generated/torch.nn.GRU.html).</summary>
public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private static readonly Operator s_gru = new("gru", "input");
    private readonly RecurrentParameters _parameters;

    internal GRU(RecurrentParameters parameters, Device? device, ScalarType? dtype)
    {
        _parameters = parameters;
        parameters.Register(this, device, dtype);
    }

    /// <returns>All outputs [batch, time, hidden] or [time, batch, hidden], and the last state [layers, batch, hidden].</returns>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (h0 is not null)
        {
            return Run(input, h0);
        }

        using var zero = _parameters.ZeroState(input);
        return Run(input, zero);
    }

    public (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => forward(input, h0);

    private (Tensor, Tensor) Run(Tensor input, Tensor h0) =>
        s_gru.CallForTwo(
            input,
            h0,
            ParametersInOrder,
            _parameters.HasBias,
            _parameters.Layers,
            _parameters.Dropout,
            training,
            _parameters.Bidirectional,
            _parameters.BatchFirst);
}
