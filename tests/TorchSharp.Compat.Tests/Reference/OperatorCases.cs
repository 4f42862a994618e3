using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace TorchSharp.Compat.Tests.Reference;

/// <summary>The stored cases, written with the C# names; the numbers mirror make_reference.py.</summary>
internal static class OperatorCases
{
    public static readonly Dictionary<string, Func<Tensor[], Tensor>> ByName = new()
    {
        ["linear"] = x => F.linear(x[0], x[1], x[2]),
        ["conv1d"] = x => F.conv1d(x[0], x[1], x[2], stride: 2, padding: 1, dilation: 2, groups: 2),
        ["conv2d"] = x => F.conv2d(x[0], x[1], x[2], strides: [1, 2], padding: [1, 0], dilation: [2, 1], groups: 3),
        ["conv_transpose1d"] = x => F.conv_transpose1d(x[0], x[1], x[2], stride: 2, padding: 1, output_padding: 1),
        ["conv_transpose2d"] = x =>
            F.conv_transpose2d(x[0], x[1], x[2], strides: [2, 1], padding: [1, 0], output_padding: [1, 0]),
        ["max_pool1d"] = x => F.max_pool1d(x[0], 3, stride: 2, padding: 1),
        ["max_pool2d"] = x => F.max_pool2d(x[0], [2, 3], strides: [1, 2], padding: [1, 0]),
        ["avg_pool1d"] = x => F.avg_pool1d(x[0], 3, stride: 2, padding: 1, count_include_pad: false),
        ["avg_pool2d"] = x => F.avg_pool2d(x[0], [2], padding: [1], ceil_mode: true),
        ["adaptive_avg_pool2d"] = x => F.adaptive_avg_pool2d(x[0], [2, 4]),
        ["batch_norm"] = x => F.batch_norm(x[0], x[1].detach().clone(), x[2].detach().abs(), x[3], x[4], training: true),
        ["layer_norm"] = x => F.layer_norm(x[0], [5], x[1], x[2]),
        ["group_norm"] = x => F.group_norm(x[0], 3, x[1], x[2]),
        ["instance_norm"] = x => F.instance_norm(x[0], weight: x[1], bias: x[2]),
        ["gelu tanh"] = x => F.gelu(x[0] * 3, GELU.Approximate.tanh),
        ["gelu"] = x => F.gelu(x[0] * 3, GELU.Approximate.none),
        ["glu"] = x => F.glu(x[0]),
        ["mish"] = x => F.mish(x[0] * 3),
        ["prelu"] = x => F.prelu(x[0], x[1]),
        ["softplus"] = x => F.softplus(x[0], 2, 1),
        ["softsign"] = x => F.softsign(x[0]),
        ["celu"] = x => F.celu(x[0], 0.7),
        ["elu"] = x => F.elu(x[0], 0.7),
        ["selu"] = x => F.selu(x[0]),
        ["hardswish"] = x => F.hardswish(x[0] * 5),
        ["logsigmoid"] = x => F.logsigmoid(x[0]),
        ["pad reflect"] = x => F.pad(x[0], [1, 2, 2, 1], PaddingModes.Reflect),
        ["pad replicate"] = x => F.pad(x[0], [1, 2, 2, 1], PaddingModes.Replicate),
        ["pad circular"] = x => F.pad(x[0], [1, 2, 2, 1], PaddingModes.Circular),
        ["pad constant"] = x => F.pad(x[0], [1, -2, 2, 1], value: 0.5),
        ["interpolate nearest"] = x => F.interpolate(x[0], scale_factor: [2]),
        ["interpolate nearest size"] = x => F.interpolate(x[0], size: [3, 7]),
        ["interpolate bilinear"] = x => F.interpolate(x[0], size: [7, 4], mode: InterpolationMode.Bilinear),
        ["interpolate bilinear corners"] = x =>
            F.interpolate(x[0], scale_factor: [1.5, 2], mode: InterpolationMode.Bilinear, align_corners: true),
        ["interpolate bicubic"] = x => F.interpolate(x[0], size: [9, 5], mode: InterpolationMode.Bicubic),
        ["interpolate linear"] = x => F.interpolate(x[0], size: [7], mode: InterpolationMode.Linear),
        ["interpolate nearest 1d"] = x => F.interpolate(x[0], scale_factor: [1.5]),
        ["grid_sample"] = x => F.grid_sample(x[0], F.affine_grid(x[1], [2, 3, 4, 4]), padding_mode: GridSamplePaddingMode.Border),
        ["unfold dimension"] = x => x[0].unfold(1, 3, 2),
        ["attention"] = x => F.scaled_dot_product_attention(x[0], x[1], x[2]),
        ["attention causal"] = x => F.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true),
        ["attention masked"] = x => F.scaled_dot_product_attention(x[0], x[1], x[2], tensor(new byte[] { 1, 1, 0 }, [3], ScalarType.Bool)),
        ["mse_loss"] = x => F.mse_loss(x[0], x[1]),
        ["l1_loss"] = x => F.l1_loss(x[0], x[1], Reduction.Sum),
        ["huber_loss"] = x => F.huber_loss(x[0], x[1], delta: 0.3),
        ["smooth_l1_loss"] = x => F.smooth_l1_loss(x[0], x[1], beta: 0.3),
        ["cross_entropy"] = x => F.cross_entropy(x[0], tensor(new[] { 0L, 4, -100, 2 }), x[1].detach().abs(), label_smoothing: 0.1),
        ["cross_entropy none"] = x =>
            F.cross_entropy(x[0], tensor(new[] { 0L, 1, 2, 0, 2, 2, 1, 0 }, [2, 4]), reduction: Reduction.None),
        ["nll_loss"] = x => F.nll_loss(x[0].log_softmax(1), tensor(new[] { 0L, 4, 1, 2 }), x[1].detach().abs()),
        ["binary_cross_entropy_with_logits"] = x =>
            F.binary_cross_entropy_with_logits(x[0], x[1].abs(), pos_weights: x[2].detach().abs()),
        ["kl_div"] = x => F.kl_div(x[0].log_softmax(1), x[1].softmax(1), log_target: false, reduction: Reduction.Sum),
        ["kl_div log"] = x => F.kl_div(x[0].log_softmax(1), x[1].log_softmax(1)),
        ["cosine_embedding_loss"] = x => F.cosine_embedding_loss(x[0], x[1], tensor(new[] { 1L, -1, 1, -1 }), margin: 0.1),
        ["multi_margin_loss"] = x => F.multi_margin_loss(x[0], tensor(new[] { 0L, 4, 1, 2 })),
        ["lstm"] = x => Outputs(nn.LSTM(4, 3, 2, batchFirst: true, bidirectional: true), x, (module, input) => module.call(input).Item1),
        ["gru"] = x => Outputs(nn.GRU(4, 3, batchFirst: true), x, (module, input) => module.call(input).Item1),
        ["rnn"] = x => Outputs(nn.RNN(4, 3, nonLinearity: nn.NonLinearities.ReLU), x, (module, input) => module.call(input).Item1),
        ["embedding"] = x =>
            Outputs(nn.Embedding(5, 3, padding_idx: 0), [tensor(new[] { 1L, 0, 4, 1 }, [2, 2]), .. x], (module, input) => module.forward(input)),
        ["topk"] = x => x[0].topk(2, 1, largest: false).values,
        ["gather"] = x => x[0].gather(1, tensor(new[] { 0L, 3, 1, 1, 2, 0, 4, 4 }, [4, 2])),
        ["matmul"] = x => x[0].matmul(x[1]),
        ["rsub"] = x => 1.5 - x[0],
        ["masked_fill"] = x => x[0].masked_fill(x[0].ge(0), 0.25),
        ["clamp"] = x => x[0].clamp(-0.5, 0.25),
        ["div floor"] = x => x[0] - (x[0].div(0.3, RoundingMode.floor).detach() * 0.3),
    };

    /// <summary>cos(position): what the results are weighed with before they are added up.</summary>
    public static Tensor Weights(Tensor result) =>
        tensor(Enumerable.Range(0, (int)result.numel()).Select(position => (float)position).ToArray(), result.shape).cos();

    /// <summary>Runs a module whose parameters are the inputs after the first, in their order.</summary>
    private static Tensor Outputs<TModule>(TModule module, Tensor[] inputs, Func<TModule, Tensor, Tensor> run)
        where TModule : nn.Module
    {
        var names = module.named_parameters().Select(entry => entry.name).ToArray();
        Assert.Equal(names.Length, inputs.Length - 1);
        using (no_grad())
        {
            for (var i = 0; i < names.Length; i++)
            {
                module.get_parameter(names[i])!.copy_(inputs[i + 1]);
            }
        }

        var result = run(module, inputs[0]);
        (result * Weights(result)).sum().backward(retain_graph: true);
        for (var i = 0; i < names.Length; i++)
        {
            // The module's own parameters get the gradients; hand them over for the comparison.
            inputs[i + 1].grad = module.get_parameter(names[i])!.grad;
            module.get_parameter(names[i])!.grad = null;
        }

        if (inputs[0].requires_grad)
        {
            inputs[0].grad = null;
        }

        return result;
    }
}
