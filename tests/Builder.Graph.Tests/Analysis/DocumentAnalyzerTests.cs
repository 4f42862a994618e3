using System.Text;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Problems;
using Builder.Graph.Tests.Edits;

namespace Builder.Graph.Tests.Analysis;

/// <summary>Who follows the edits says the same as who looks at each document anew, and looks at little for it.</summary>
public sealed class DocumentAnalyzerTests
{
    [Fact]
    public void Following_any_edits_gives_the_answers_that_each_document_gives_by_itself() =>
        Properties.Check(250, 60, seeds => AssertFollows(RandomEdits.Start, seeds, (document, seed) => new RandomEdits(new Random(seed)).Next(document)));

    [Fact]
    public void Following_edits_that_mostly_succeed_does_too() =>
        Properties.Check(250, 60, seeds => AssertFollows(LikelyEdits.Start, seeds, (document, seed) => new LikelyEdits(new Random(seed)).Next(document)));

    [Fact]
    public void Most_likely_edits_can_be_followed()
    {
        var (history, analyzer, edits) = (new EditHistory(LikelyEdits.Start), new DocumentAnalyzer(), new LikelyEdits(new Random(5)));
        analyzer.Analyze(history.Document, Examples.Schema, null, DocumentChange.None);
        var (steps, followed) = (0, 0);
        for (var i = 0; i < 600; i++)
        {
            var before = history.Document;
            if (history.Apply(edits.Next(before)) is { Succeeded: true } result)
            {
                analyzer.Analyze(history.Document, Examples.Schema, before, DocumentChange.TakenBackBy(result.Inverse));
                (steps, followed) = (steps + 1, followed + (analyzer.Changed is null ? 0 : 1));
            }
        }

        Assert.True(steps > 300, $"{steps} edits succeeded.");
        Assert.True(followed > steps / 2, $"{followed} of {steps} edits were followed.");
    }

    private static void AssertFollows(ProjectDocument start, int[] seeds, Func<ProjectDocument, int, Edit> next)
    {
        var (history, analyzer) = (new EditHistory(start), new DocumentAnalyzer());
        var last = analyzer.Analyze(start, Examples.Schema, null, DocumentChange.None);
        foreach (var seed in seeds)
        {
            var before = history.Document;
            var result = (seed % 7) switch
            {
                0 => history.Undo(),
                1 => history.Redo(),
                _ => history.Apply(next(before, seed)),
            };
            if (result.Succeeded)
            {
                var analysis = analyzer.Analyze(history.Document, Examples.Schema, before, DocumentChange.TakenBackBy(result.Inverse));
                AssertSame(GraphAnalyzer.Analyze(history.Document, Examples.Schema), analysis);
                AssertNamed(last, analysis, analyzer.Changed);
                last = analysis;
            }
        }
    }

    private static void AssertSame(GraphAnalysis expected, GraphAnalysis actual)
    {
        Assert.Equal(expected.Problems.Select(Text), actual.Problems.Select(Text));
        Assert.Equal(expected.Graph.Nodes.Select(Text), actual.Graph.Nodes.Select(Text));
        Assert.Equal(expected.Blocks.Keys, actual.Blocks.Keys);
        Assert.All(expected.Blocks.Zip(actual.Blocks), pair => Assert.Equal(Text(pair.First.Value), Text(pair.Second.Value)));
        Assert.Equal(expected.Optimizers.Select(Text), actual.Optimizers.Select(Text));
        Assert.Equal(expected.Heads.Select(h => Text(h)), actual.Heads.Select(h => Text(h)));
        Assert.Equal(expected.Scores, actual.Scores);
        Assert.Equal(expected.Trainer.Block, actual.Trainer.Block);
        Assert.Equal(
            (expected.Task, expected.TotalParameters, expected.CanTrain, expected.CanPredict), (actual.Task, actual.TotalParameters, actual.CanTrain, actual.CanPredict));
    }

    private static void AssertNamed(GraphAnalysis before, GraphAnalysis after, IReadOnlySet<string>? named) =>
        Assert.All(named is null ? [] : before.Blocks.Keys.Union(after.Blocks.Keys).Except(named), id => Assert.Same(before.Blocks[id], after.Blocks[id]));

    private static string Text(BlockSummary summary) =>
        $"{string.Join(';', summary.Outputs)} {summary.Parameters} {string.Join('|', summary.Problems.Select(Text))}";

    private static string Text(Problem problem) =>
        $"{problem.Code} {problem.Block} {problem.Severity} {problem.Message} {problem.Fix?.Title} {(problem.Fix is { } fix ? Encoding.UTF8.GetString(EditJson.Write(fix.Edit)) : "")}";

    private static string Text(OptimizerSummary optimizer) =>
        $"{optimizer.Node} {optimizer.Loss} {optimizer.Schedule} {optimizer.Title} {optimizer.IsOnly} {string.Join(',', optimizer.Trains)}";

    private static string Text(Head head) => $"{head with { Binding = null }} {head.Binding?.DataSet} {string.Join(',', head.Binding?.Columns ?? [])}";

    private static string Text(FlatNode node) =>
        $"{node.Index} {node.Path} {node.WeightsPath} {node.Kind.Id} {string.Join(';', node.Inputs.Select(i => string.Join(',', i)))} → {string.Join(';', node.Outputs)} "
        + $"{string.Join(';', node.Weights.Select(w => $"{w.Name}{w.Count}"))} {node.Block.Position} {node.Block.Label} "
        + string.Join(';', node.Kind.Inputs.Select(p => $"{node.Instance?.From(p.Name)?.Position} {string.Join(',', node.Instance?.All(p.Name) ?? [])}"));
}
