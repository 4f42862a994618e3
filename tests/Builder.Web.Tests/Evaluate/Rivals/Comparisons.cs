using Builder.Graph.Messages;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;

namespace Builder.Web.Tests.Evaluate.Rivals;

/// <summary>Small comparisons for tests.</summary>
internal static class Comparisons
{
    /// <summary>A network that is right for 96 of 100 and a forest, with the commonest answer behind it.</summary>
    public static RivalComparison Of(double score, double low, double high, long different = 12) => new()
    {
        Head = "kind", Metric = "accuracy", Part = "test", Samples = 114, Available = 114, Training = 400, Score = 0.96,
        Rivals = [Rival(RivalMessages.Forest, score, low, high, different), Rival(RivalMessages.Commonest, 0.5, 0.4, 0.6, 50)],
    };

    public static RivalComparison Better => Of(0.91, 0.02, 0.081);

    public static RivalComparison Alike => Of(0.95, -0.02, 0.04);

    public static RivalComparison Worse => Of(0.99, -0.05, -0.012);

    public static RivalResult Rival(MessageTemplate name, double score, double low, double high, long different = 12) => new(name.With(), score, low, high, different, 400);
}
