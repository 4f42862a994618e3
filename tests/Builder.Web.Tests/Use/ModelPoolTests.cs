using System.Diagnostics;
using Builder.Protocol;
using Builder.Web.Tests.Runs;
using Builder.Web.Use.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Use;

[Collection(TrainedModelsCollection.Name)]
public sealed class ModelPoolTests(TrainedModels trained)
{
    private static readonly Dictionary<string, Cell> Flower = new()
    {
        ["sepal_length_cm"] = "5.1", ["sepal_width_cm"] = "3.5", ["petal_length_cm"] = "1.4", ["petal_width_cm"] = "0.2",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_model_says_what_it_takes_and_gives()
    {
        Assert.Equal(["number", "number", "number", "number"], trained.Iris.Description.Inputs.Select(i => i.Kind));
        Assert.All(trained.Iris.Description.Inputs, i => Assert.Equal("cm", i.Unit));
        Assert.Equal(["setosa", "versicolor", "virginica"], Assert.Single(trained.Iris.Description.Outputs).Classes);
        Assert.Equal(new(28, 28, IsGrey: true, IsLightOnDark: true), trained.Digits.Picture! with { Seen = null });
        Assert.Equal(64, trained.Digits.Picture.Seen!.Count);
    }

    [Fact]
    public async Task A_row_is_answered_with_probabilities()
    {
        var answer = await AskAsync(trained.Models, Flower);
        var species = Assert.Single(Assert.Single(answer.Rows!).Outputs);
        Assert.Equal("setosa", species.Class);
        Assert.Equal(1, species.Probabilities!.Sum(p => p.Probability), 1e-4);
    }

    [Fact]
    public async Task Test_pictures_are_answered_as_the_evaluation_says()
    {
        var examples = trained.Digits.Examples.Take(20).ToList();
        var files = examples.Select(e => Path.Combine(trained.Digits.Run.Folder, e.Picture!)).ToList();
        var answer = await trained.Models.AskAsync(trained.Digits.ProjectId, trained.Digits.Run.Bundle, id => new RunnerCommand.Predict(id, Files: files), Ct);
        Assert.Equal(examples.Select(e => e.Predicted), answer.Rows!.Select(r => r.Outputs[0].Class));
        Assert.All(examples.Zip(answer.Rows!), pair => Assert.Equal(pair.First.Probability!.Value, pair.Second.Outputs[0].Probability!.Value, 1e-3));
    }

    [Fact]
    public async Task A_value_that_is_missing_is_named_in_both_languages()
    {
        var row = new Dictionary<string, Cell>(Flower) { ["petal_width_cm"] = new(null) };
        var refused = await Assert.ThrowsAsync<ModelException>(() => AskAsync(trained.Models, row));
        Assert.Contains("petal_width_cm", refused.Words.En, StringComparison.Ordinal);
        Assert.Contains("petal_width_cm", refused.Words.Zh, StringComparison.Ordinal);
        Assert.Equal("setosa", (await AskAsync(trained.Models, Flower)).Rows![0].Outputs[0].Class);
    }

    [Fact]
    public async Task A_model_that_crashed_is_loaded_again()
    {
        await using var models = new ModelPool(new(RunsServer.Runner, TimeSpan.FromMinutes(5)), NullLogger<ModelPool>.Instance);
        await AskAsync(models, Flower);
        using var process = Process.GetProcessById(models.ProcessOf(trained.Iris.ProjectId)!.Value);
        process.Kill();
        await process.WaitForExitAsync(Ct);
        Assert.Equal("setosa", (await AskAsync(models, Flower)).Rows![0].Outputs[0].Class);
        Assert.NotEqual(process.Id, models.ProcessOf(trained.Iris.ProjectId));
    }

    [Fact]
    public async Task A_model_that_nobody_asks_is_let_go_and_comes_back()
    {
        await using var models = new ModelPool(new(RunsServer.Runner, TimeSpan.FromMilliseconds(300)), NullLogger<ModelPool>.Instance);
        await AskAsync(models, Flower);
        if (models.ProcessOf(trained.Iris.ProjectId) is { } id && RunnerProcesses.IsAlive(id))
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromSeconds(30), Ct);
        }

        Assert.Equal("setosa", (await AskAsync(models, Flower)).Rows![0].Outputs[0].Class);
    }

    [Fact]
    public async Task A_run_without_a_model_and_a_missing_runner_are_told_in_words()
    {
        await using var models = new ModelPool(new(RunsServer.Runner, TimeSpan.FromMinutes(5)), NullLogger<ModelPool>.Instance);
        var empty = Directory.CreateTempSubdirectory("builder-none-").FullName;
        var refused = await Assert.ThrowsAsync<ModelException>(() => models.DescribeAsync("p", empty, Ct));
        Assert.NotEmpty(refused.Words.Zh);
        await using var without = new ModelPool(new("/nowhere/builder-runner", TimeSpan.FromMinutes(5)), NullLogger<ModelPool>.Instance);
        Assert.Equal("NoRunner", (await Assert.ThrowsAsync<ModelException>(() => without.DescribeAsync("p", trained.Iris.Run.Bundle, Ct))).Code);
        Directory.Delete(empty);
    }

    private Task<RunEvent.Prediction> AskAsync(ModelPool models, Dictionary<string, Cell> row) =>
        models.AskAsync(trained.Iris.ProjectId, trained.Iris.Run.Bundle, id => new RunnerCommand.Predict(id, [row]), Ct);
}
