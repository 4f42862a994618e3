using System.Collections.Immutable;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms;
using Builder.Datasets.Transforms.Steps;
using Builder.Files;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Evaluate;

public sealed class GivenNamesTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Fact]
    public void A_class_that_is_said_from_a_threshold_of_its_own_on_keeps_it_under_its_new_name()
    {
        var evaluation = Evaluations.Classes(90, 100);
        var chosen = evaluation with { Heads = [evaluation.Heads[0] with { Thresholds = [new ClassThreshold("yes", 0.2)] }] };
        var (head, folder) = (chosen.Heads[0], _project.AddRun("r1", chosen));
        var bundle = new BundleFolder(new RunFolder(folder).Bundle);
        Directory.CreateDirectory(bundle.Path);
        File.WriteAllText(bundle.Summary, "{}");
        File.WriteAllBytes(bundle.Thresholds, new DecisionThresholds([new HeadThresholds(head.Name, head.Thresholds), new HeadThresholds("another", head.Thresholds)]).ToJson());
        File.WriteAllBytes(Path.Combine(folder, Evaluation.OtherFileName), evaluation.ToJson());
        var target = head.Targets[0];
        File.WriteAllBytes(bundle.Transforms, new FittedTransforms("data", [new FittedColumn(
            target, target, ColumnType.Category, WindowRole.Input, new ColumnSchema(target, ElementType.Int64, [], 2, ["no", "yes"], null), [new FittedOrdinal(["no", "yes"], 0)])]).ToJson());

        new GivenNames(target, ImmutableSortedDictionary<string, string>.Empty.Add("yes", "fraud")).GiveTo(new FinishedRunCache().Find(_project.Folder, "r1")!);

        var thresholds = DecisionThresholds.FromJson(File.ReadAllBytes(bundle.Thresholds));
        Assert.Equal([new ClassThreshold("fraud", 0.2)], thresholds.Of(head.Name)!.Classes);
        Assert.Equal([new ClassThreshold("yes", 0.2)], thresholds.Of("another")!.Classes);
        var run = new FinishedRunCache().Find(_project.Folder, "r1")!;
        Assert.Equal([new ClassThreshold("fraud", 0.2)], run.Evaluation.Heads[0].Thresholds);
        Assert.Equal(["no", "fraud"], EvaluationFile.Read(Path.Combine(folder, Evaluation.OtherFileName))!.Heads[0].Classes!.Names);
        Assert.Equal(["no", "fraud"], GivenNames.Learned(run)![target].Schema.ClassNames);
    }

    public void Dispose() => _project.Dispose();
}
