using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Stochastic gradient descent with momentum.</summary>
public sealed class SGD : OptimizerKind
{
    private static readonly MessageTemplate NesterovNeedsMomentum = new(
        "NesterovNeedsMomentum",
        "Nesterov needs a momentum above 0 and a dampening of 0.",
        "Nesterov 动量要求动量大于 0 且阻尼为 0。");

    private static readonly MessageTemplate SetMomentumAndDampeningToMatch = new(
        "fix-set-momentum-and-dampening-to-match",
        "Set momentum and dampening to match",
        "调整动量和阻尼");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("SGD", "SGD（随机梯度下降）");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Takes plain steps against the gradient, with momentum if wanted. Simple and, well tuned, often the most accurate.",
        "沿梯度的反方向直接迈步，可加动量。简单，调好之后往往最准确。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\, g_t";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(1e-3),
        Momentum,
        Parameter.Real("dampening", 0, new("Dampening", "阻尼"), new(
            "How much the newest gradient is held back within the momentum.", "在动量中抑制最新梯度的程度。"), 0, 1),
        WeightDecay(0),
        Parameter.Switch("nesterov", false, new("Nesterov", "Nesterov 动量"), new(
            "Looks one step ahead with the momentum. Needs a momentum above 0 and no dampening.",
            "借助动量向前多看一步。需要动量大于 0 且无阻尼。")),
    ];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        if (!block.Flag("nesterov") || (block.Real("momentum") > 0 && block.Real("dampening") == 0))
        {
            return null;
        }

        var mend = new Batch([
            new SetParameter(block.Block.Id, "momentum", block.Real("momentum") > 0 ? block.Value("momentum") : 0.9),
            new SetParameter(block.Block.Id, "dampening", 0.0)]);
        return CommonProblems.Mismatch(block, NesterovNeedsMomentum.With(),
            new(SetMomentumAndDampeningToMatch.With(), mend));
    }
}
