using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The weights of a recurrent layer, in the order that libtorch's operators take them: for each layer and direction
/// weight_ih [gates·hidden, input], weight_hh [gates·hidden, hidden], bias_ih and bias_hh [gates·hidden]. All start uniform
/// between ±1/√hidden (https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html).
/// </summary>
internal sealed class RecurrentParameters(
    long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, long gates)
{
    public bool HasBias => bias;

    public long Layers => numLayers;

    public double Dropout => dropout;

    public bool Bidirectional => bidirectional;

    public bool BatchFirst => batchFirst;

    /// <summary>Makes the parameters and registers them with the module.</summary>
    public void Register(nn.Module module, Device? device, ScalarType? dtype)
    {
        var bound = 1 / Math.Sqrt(hiddenSize);
        var directions = bidirectional ? 2 : 1;
        for (var layer = 0; layer < numLayers; layer++)
        {
            var width = layer == 0 ? inputSize : hiddenSize * directions;
            for (var direction = 0; direction < directions; direction++)
            {
                var suffix = $"_l{layer}" + (direction == 1 ? "_reverse" : "");
                Add("weight_ih" + suffix, [gates * hiddenSize, width]);
                Add("weight_hh" + suffix, [gates * hiddenSize, hiddenSize]);
                if (bias)
                {
                    Add("bias_ih" + suffix, [gates * hiddenSize]);
                    Add("bias_hh" + suffix, [gates * hiddenSize]);
                }
            }
        }

        void Add(string name, long[] size)
        {
            using var noGrad = no_grad();
            module.register_parameter(name, new Parameter(empty(size, dtype, device).uniform_(-bound, bound)));
        }
    }

    /// <summary>A first state of zeros: [layers·directions, batch, hidden].</summary>
    public Tensor ZeroState(Tensor input) =>
        zeros([numLayers * (bidirectional ? 2 : 1), input.size(batchFirst ? 0 : 1), hiddenSize], input.dtype, input.device);
}
