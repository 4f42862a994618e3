using System.Collections.Immutable;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Runs;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Use;

/// <summary>The other thresholds are taken for everything at once: the evaluation, what the list of runs says, and the model that answers.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class ThresholdSwitchTests(TrainedModels trained)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_switched_can_be_switched_back()
    {
        var (project, id) = (trained.Iris.ProjectId, trained.Iris.Run.Id);
        var (library, thresholds) = (trained.Get<FinishedRunService>(), trained.Get<ThresholdSwitch>());
        var before = library.Find(project, id)!;
        Assert.Null(ThresholdSwitch.OtherOf(before));
        await thresholds.SwitchAsync(before, Ct);
        Assert.Equal(before.Ended, library.Find(project, id)!.Ended);

        ClassThreshold chosen = new("setosa", 0.3);
        var other = before.Evaluation with
        {
            Test = new Dictionary<string, double?> { ["accuracy"] = 0.123 }, Heads = [before.Evaluation.Heads[0] with { Thresholds = [chosen] }],
        };
        await File.WriteAllBytesAsync(Path.Combine(before.Folder, Evaluation.OtherFileName), other.ToJson(), Ct);
        try
        {
            await thresholds.SwitchAsync(before, Ct);
            var now = library.Find(project, id)!;
            Assert.Equal((0.123, 0.123), (now.Evaluation.Test["accuracy"], (await trained.Get<RunStore>().FindAsync(id, Ct))!.Scores!.Test["accuracy"]));
            Assert.Equal(before.Ended, now.Ended, TimeSpan.FromSeconds(1));
            Assert.Equal([chosen], (await trained.Models.DescribeAsync(project, before.Bundle, Ct)).Outputs[0].Thresholds);

            await thresholds.SwitchAsync(now, Ct);
            Assert.Equal(before.Evaluation.Test["accuracy"], library.Find(project, id)!.Evaluation.Test["accuracy"]);
            Assert.Empty((await trained.Models.DescribeAsync(project, before.Bundle, Ct)).Outputs[0].Thresholds);
            Assert.Equal(0.123, ThresholdSwitch.OtherOf(library.Find(project, id)!)!.Test["accuracy"]);
        }
        finally
        {
            File.Delete(Path.Combine(before.Folder, Evaluation.OtherFileName));
        }
    }

    [Fact]
    public async Task Thresholds_stay_with_their_classes_when_these_get_other_names()
    {
        var (project, id, library) = (trained.Iris.ProjectId, trained.Iris.Run.Id, trained.Get<FinishedRunService>());
        var before = library.Find(project, id)!;
        await File.WriteAllBytesAsync(
            Path.Combine(before.Folder, Evaluation.OtherFileName), (before.Evaluation with { Heads = [before.Evaluation.Heads[0] with { Thresholds = [new("setosa", 0.3)] }] }).ToJson(), Ct);
        try
        {
            await trained.Get<ThresholdSwitch>().SwitchAsync(before, Ct);
            var names = new GivenNames(before.Evaluation.Heads[0].Targets[0], ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("setosa", "bristle"));
            names.GiveTo(library.Find(project, id)!);
            Assert.Equal([new ClassThreshold("bristle", 0.3)], (await trained.Models.DescribeAsync(project, before.Bundle, Ct)).Outputs[0].Thresholds);
            Assert.Equal([new ClassThreshold("bristle", 0.3)], library.Find(project, id)!.Evaluation.Heads[0].Thresholds);

            await trained.Get<ThresholdSwitch>().SwitchAsync(library.Find(project, id)!, Ct);
            Assert.Equal("bristle", library.Find(project, id)!.Evaluation.Heads[0].Classes!.Names[0]);
            names.Back().GiveTo(library.Find(project, id)!);
            Assert.Equal("setosa", library.Find(project, id)!.Evaluation.Heads[0].Classes!.Names[0]);
            Assert.Empty((await trained.Models.DescribeAsync(project, before.Bundle, Ct)).Outputs[0].Thresholds);
        }
        finally
        {
            File.Delete(Path.Combine(before.Folder, Evaluation.OtherFileName));
        }
    }
}
