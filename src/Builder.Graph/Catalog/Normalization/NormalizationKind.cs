using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What all normalisations share: values are brought to a steady mean and spread, the shape stays.</summary>
public abstract class NormalizationKind : ModuleKind
{
    /// <summary>A small number that keeps the division from blowing up.</summary>
    protected static Parameter Eps { get; } = Parameter.Real("eps", 1e-5, new("Epsilon", "ε"), new(
        "A tiny number added before dividing, so that nothing is divided by zero.",
        "除法之前加上的极小数，避免除以零。"), 0, 1, minExclusive: true);

    /// <summary>How quickly running means follow.</summary>
    protected static Parameter Momentum { get; } = Parameter.Real("momentum", 0.1, new("Momentum", "动量"), new(
        "How quickly the remembered mean and spread follow the newest batch.",
        "记住的均值和方差跟随最新批次变化的快慢。"), 0, 1);

    /// <inheritdoc/>
    public override Family Family => Family.Normalization;

    /// <inheritdoc/>
    public override string Formula => @"y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, \gamma + \beta";

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) => Check(block) is { } problem
        ? problem
        : new ShapeResult([block.Input], Weights(block), []);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.OfParameters(block, null, block.Input.Shape[1].ToString());

    /// <summary>A learned scale and shift, on or off.</summary>
    protected static Parameter Affine(string name, bool fallback) => Parameter.Switch(name, fallback, new("Learned scale and shift", "可学习的缩放与平移"), new(
        "Lets the layer learn a scale and a shift for what comes out.",
        "让该层为输出学习缩放与平移。"));

    /// <summary>Remembered mean and spread, on or off.</summary>
    protected static Parameter TrackRunningStats(bool fallback) => Parameter.Switch("track_running_stats", fallback, new("Remember mean and spread", "记住均值与方差"), new(
        "Remembers mean and spread while training and uses them for predictions.",
        "训练时记住均值与方差，预测时使用它们。"));

    /// <summary>What is wrong with the input or the parameters.</summary>
    protected abstract Problem? Check(BlockInstance block);

    /// <summary>Weights and buffers.</summary>
    protected abstract ImmutableArray<WeightSpec> Weights(BlockInstance block);

    /// <summary>Weight and bias of one number for each channel, where they are switched on.</summary>
    protected static ImmutableArray<WeightSpec> ChannelWeights(BlockInstance block) => block.Flag("affine")
        ? [WeightSpec.Of("weight", Channels(block)), WeightSpec.Of("bias", Channels(block))]
        : [];

    /// <summary>Running mean and variance of each channel, where they are switched on.</summary>
    protected static ImmutableArray<WeightSpec> RunningStatistics(BlockInstance block) => block.Flag("track_running_stats")
        ? [WeightSpec.Buffer("running_mean", Channels(block)), WeightSpec.Buffer("running_var", Channels(block))]
        : [];

    private static long Channels(BlockInstance block) => block.Input.Shape[1].Size;
}
