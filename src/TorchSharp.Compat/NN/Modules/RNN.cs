using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A plain recurrent layer (https://pytorch.org/docs/stable/generated/torch.nn.RNN.html).</summary>
public sealed class RNN : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private static readonly Operator s_rnnTanh = new("rnn_tanh", "input");
    private static readonly Operator s_rnnRelu = new("rnn_relu", "input");
    private readonly Operator _op;
    private readonly RecurrentParameters _parameters;

    internal RNN(RecurrentParameters parameters, nn.NonLinearities nonLinearity, Device? device, ScalarType? dtype)
    {
        _parameters = parameters;
        _op = nonLinearity == nn.NonLinearities.Tanh ? s_rnnTanh : s_rnnRelu;
        parameters.Register(this, device, dtype);
    }

    /// <returns>All outputs [batch, time, hidden] or [time, batch, hidden], and the last state [layers, batch, hidden].</returns>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
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
        _op.CallForTwo(
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
