using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>How long and in what portions to train. A document has at most one; without it the defaults hold.</summary>
public sealed class Trainer : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Training;

    /// <inheritdoc/>
    public override Role Role => Role.Trainer;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Training plan", "训练计划");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "How often the network sees all the data, in what portions, and when it stops.",
        "网络看几遍全部数据、每次看多少，以及何时停止。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/data.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Port> Outputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [.. Portions, .. Stopping, .. Machine, .. Saving];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) => ShapeResult.Nothing;

    private static ImmutableArray<Parameter> Portions =>
    [
        new("epochs", ParameterType.Integer, 10, new("Epochs", "训练轮数"), new(
            "How many times the network goes through all training data.", "网络完整看过训练数据的次数。"), 1, Parameter.MaxUnits),
        Parameter.Size("batch_size", 32, new("Batch size", "批大小"), new(
            "How many samples are looked at before the weights change once.", "看多少个样本后调整一次权重。")),
        Parameter.Size("eval_batch_size", null, new("Batch size for scoring", "评估批大小"), new(
            "How many samples are scored at once; has no influence on the result. Empty: chosen by itself.",
            "一次评估多少个样本，不影响结果。不填则自动选择。")),
        new("accumulate", ParameterType.Integer, 1, new("Batches per step", "累积批数"), new(
            "Adds up the gradients of this many batches before weights change: works like a larger batch with less memory.",
            "累积多少批的梯度后再调整权重：效果类似更大的批，但占用内存更少。"), 1, 10_000),
        Parameter.Switch("shuffle", true, new("Shuffle", "打乱顺序"), new(
            "Goes through the training data in a new random order every epoch.", "每轮都按新的随机顺序读取训练数据。")),
        new("seed", ParameterType.Integer, 1, new("Seed", "随机种子"), new(
            "The same number gives the same result; another number gives another random start.",
            "相同的数得到相同的结果；换一个数就换一个随机起点。"), 0, int.MaxValue),
    ];

    private static ImmutableArray<Parameter> Stopping =>
    [
        new("early_stopping", ParameterType.Integer, 0, new("Stop early", "提前停止"), new(
            "Stops after this many epochs without improvement on data that was not learned from. 0 is off.",
            "在未参与学习的数据上连续这么多轮没有进步就停止。0 表示关闭。"), 0, Parameter.MaxUnits),
        new("monitor", ParameterType.Score, MetricCatalog.Loss.Id, new("Watched score", "监测指标"), new(
            "What decides which epoch is best: the loss, or another score on data that was not learned from.",
            "以什么判断哪一轮最好：损失，或在未参与学习的数据上的其他指标。")),
        Parameter.Switch("keep_best", true, new("Keep the best", "保留最佳"), new(
            "Ends with the weights of the best epoch instead of the last.", "结束时使用最佳一轮的权重，而不是最后一轮的。")),
    ];

    private static ImmutableArray<Parameter> Machine =>
    [
        Parameter.OneOf("precision", new("Precision", "计算精度"), new(
            "Half precision (bfloat16) is faster on many machines and slightly less exact.",
            "半精度（bfloat16）在许多机器上更快，精度略低。"),
            new Choice("float32", new("Full (float32)", "全精度（float32）")),
            new Choice("bfloat16", new("Half (bfloat16)", "半精度（bfloat16）"))),
        Parameter.Switch("channels_last", false, new("Channels last", "通道置后"), new(
            "Another memory layout of pictures, often faster for convolutions.", "图片的另一种内存排列方式，卷积往往更快。")),
    ];

    private static ImmutableArray<Parameter> Saving =>
    [
        new("checkpoint_every_epochs", ParameterType.Integer, 1, new("Save every so many epochs", "每隔几轮保存"), new(
            "Saves the state of the training this often, so that it can go on after an interruption. 0 is off.",
            "每隔多少轮保存一次训练状态，中断后可以继续。0 表示关闭。"), 0, Parameter.MaxUnits),
        new("checkpoint_every_seconds", ParameterType.Integer, 60, new("Save every so many seconds", "每隔几秒保存"), new(
            "Saves within long epochs too, this often. 0 is off.", "在较长的一轮之中也按此间隔保存。0 表示关闭。"), 0, 86_400),
    ];
}
