using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Finds columns that the network reads although it is to predict them: it would only copy the answer, with a perfect and worthless score.
/// A network that is to give back all that it reads is meant to.
/// </summary>
internal static class TargetInputs
{
    private static readonly MessageTemplate TargetAsInput = new(
        "TargetAsInput",
        "“{block}” gives the network {names:“”}, which it is to predict: it would copy the answer, and its scores would say nothing.",
        "“{block}”把要预测的 {names:“”} 也送进了网络：网络只会照抄答案，成绩没有意义。");

    private static readonly MessageTemplate LeaveOut = new("fix-leave-out-answers", "Leave out {names:“”}", "去掉 {names:“”}");

    /// <summary>Reports every input block that reads a target of a loss that it leads to.</summary>
    public static void Check(FlatGraph graph, ProblemList problems)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var loss in graph.Structure.OfRole(Role.Loss).Select(i => graph.Nodes[i]).Where(n => n.Instance is not null))
        {
            var (targets, inputs) = (Columns(graph, loss, Role.Target), Columns(graph, loss, Role.Input));
            var answers = targets.SelectMany(t => t.Columns).ToHashSet();
            if (inputs.SelectMany(i => i.Columns).All(answers.Contains))
            {
                continue;
            }

            foreach (var (input, columns) in inputs.Where(i => i.Columns.Any(answers.Contains) && told.Add(i.Node.Block.Id)))
            {
                problems.Add(Problem(input.Block, [.. columns.Where(answers.Contains).Select(c => c.Column)], [.. columns.Where(c => !answers.Contains(c)).Select(c => c.Column)]));
            }
        }
    }

    private static List<(FlatNode Node, ImmutableArray<(string Set, string Column)> Columns)> Columns(FlatGraph graph, FlatNode loss, Role role)
    {
        var needed = graph.Structure.NeededBy(loss.Index);
        return [.. graph.Structure.OfRole(role).Where(i => needed[i]).Select(i => graph.Nodes[i]).Where(n => n.Instance is not null).Select(n => (n, Read(n.Instance!)))];
    }

    private static ImmutableArray<(string Set, string Column)> Read(BlockInstance block)
    {
        var parameter = block.Kind is DataInputKind input ? input.ColumnsParameter : block.Kind.FindParameter("columns")?.Name;
        return parameter is not null && DataBinding.SetOf(block) is { } set ? [.. block.Texts(parameter).Select(column => (set.Id, column))] : [];
    }

    private static Problem Problem(Block block, string[] answers, string[] others)
    {
        var names = MessageArgument.List(answers.Select(BlockNames.Short));
        return new(block.Id, TargetAsInput.With(("block", BlockNames.Name(block)), ("names", names)),
            others.Length == 0
                ? new Fix(ProblemWords.RemoveBlock.With(), new RemoveBlock(block.Id))
                : new Fix(LeaveOut.With(("names", names)), new SetParameter(block.Id, "columns", ParameterValue.Of(others))));
    }
}
