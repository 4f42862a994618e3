using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Builder.Files;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Runs;
using Builder.Web.Evaluate.Decisions;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Publishing;
using Builder.Web.Shell;
using Builder.Web.Shell.Security;
using Builder.Web.Tests.Serving;
using Builder.Web.Tests.Runs;
using Builder.Web.Tests.Use;
using Builder.Web.Use.Models;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Tests.Evaluate.Decisions;

/// <summary>A person says what answers are worth, and the model goes by the threshold that follows, wherever it answers.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class DecisionViewTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();
    private int _changes;

    public DecisionViewTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_threshold_that_is_worth_most_is_used_by_page_command_line_and_published_page_and_can_be_taken_back()
    {
        var model = await ModelAsync();
        var before = Find(model);
        File.Delete(new RunFolder(before.Folder).AnswerValues);
        var view = View(before);
        await TypeAsync(view, "0", "-5", "-1", "0");
        view.WaitForElement("[data-testid='use-Chosen']", Patience);
        var chosen = ThresholdAdvice.Of(CaseFile.Read(before, "ill")!, new(1, 0, -5, -1, 0), null)!;
        Assert.Equal(["Chosen", "Today", "Always", "Never"], view.FindAll("tr[data-rule]").Select(r => r.GetAttribute("data-rule")));
        Assert.Contains($"say “{Isolated("yes")}” from {Scores(chosen.Chosen!.Threshold)} on", view.Find(".found").TextContent, StringComparison.Ordinal);
        Assert.Contains("per 1,000 cases, most likely between", view.Find(".found").TextContent, StringComparison.Ordinal);

        await view.Find("[data-testid='use-Chosen']").ClickAsync(new());
        view.WaitForAssertion(() => Assert.Equal(1, _changes), Patience);
        try
        {
            var now = Find(model);
            var head = now.Evaluation.Heads[0];
            Assert.Equal(new ClassThreshold("yes", chosen.Chosen.Threshold), Assert.Single(head.Thresholds));
            Assert.Equal(new AnswerValues(1, 0, -5, -1, 0), head.Worth);
            Assert.Equal(chosen.Rules[0].Gain.Found, head.Classes!.Confusion![1][1]);
            Assert.Equal(now.Evaluation.Test["accuracy"], (await _trained.Get<RunStore>().FindAsync(now.Id, Ct))!.Scores!.Test["accuracy"]);

            // Near the threshold lie cases of which the likelier class is not said any more.
            var rows = head.Examples;
            Assert.Contains(rows, e => e.Predicted == "yes" && e.Probability < 0.5);
            Assert.Equal(rows.Select(e => e.Predicted), await AnswersAsync(model, rows));
            Assert.Equal(rows.Select(e => e.Predicted), await PredictAsync(before, rows));
            Assert.Equal(rows.Select(e => e.Predicted), await PublishedAsync(model, rows));

            var after = View(now);
            after.WaitForElement("tr[data-rule='Today']", Patience);
            Assert.Equal(["Today", "Likelier", "Always", "Never"], after.FindAll("tr[data-rule]").Select(r => r.GetAttribute("data-rule")));
            Assert.Contains("no other threshold is worth more", after.Find(".found").TextContent, StringComparison.Ordinal);
            Assert.Contains("chosen by what answers are worth: found 0, missed -5, false alarm -1, right no 0", after.Markup, StringComparison.Ordinal);
        }
        finally
        {
            await _trained.Get<ThresholdSwitch>().SwitchAsync(Find(model), Ct);
        }

        Assert.Equal(before.Evaluation.ToJson(), Find(model).Evaluation.ToJson());
        Assert.False(File.Exists(new BundleFolder(before.Bundle).Thresholds));
        Assert.Equal(before.Evaluation.Heads[0].Examples.Select(e => e.Predicted), await AnswersAsync(model, before.Evaluation.Heads[0].Examples));
    }

    [Fact]
    public async Task What_is_kept_of_single_cases_gives_the_scores_of_the_training_again()
    {
        var run = Find(await ModelAsync());
        var judged = JudgedEvaluation.Of(run.Evaluation, "ill", CaseFile.Read(run, "ill")!, null, null)!;

        Assert.Equal(run.Evaluation.Heads[0].Classes!.Confusion!.SelectMany(r => r), judged.Heads[0].Classes!.Confusion!.SelectMany(r => r));
        Assert.Equal(run.Evaluation.Heads[0].Classes!.PerClass, judged.Heads[0].Classes!.PerClass);
        foreach (var (was, now) in new[] { (run.Evaluation.Train, judged.Train), (run.Evaluation.Validation, judged.Validation), (run.Evaluation.Test, judged.Test) })
        {
            Assert.Equal(was.Keys.Order(), now.Keys.Order());
            Assert.All(was, score => Assert.Equal(score.Value!.Value, now[score.Key]!.Value, 1e-9));
        }
    }

    [Fact]
    public async Task Numbers_are_read_with_a_comma_too_faults_are_told_beside_their_field_and_values_are_there_again()
    {
        var run = Find(await ModelAsync());
        File.Delete(new RunFolder(run.Folder).AnswerValues);
        var view = View(run);
        view.WaitForElement("#decision-0", Patience);
        Assert.Empty(view.FindAll(".field-error"));
        Assert.All(view.FindAll(".answers input"), input => Assert.Equal("", input.GetAttribute("value") ?? ""));
        Assert.StartsWith("for example", view.Find("#decision-1").GetAttribute("placeholder"), StringComparison.Ordinal);

        await TypeAsync(view, "10", "−7,5", "much", null);
        Assert.Equal("-7.5", view.Find("#decision-1").GetAttribute("value"));
        Assert.Equal(["This is no number. Enter one such as −5 or 1.5.", "Still empty: enter a number, 0 for nothing."], view.FindAll(".field-error").Select(e => e.TextContent));
        Assert.Equal("true", view.Find("#decision-2").GetAttribute("aria-invalid"));
        Assert.Empty(view.FindAll("table"));
        await EnterAsync(view, 2, "1e13");
        Assert.Contains("too large", view.Find("#decision-2-help").TextContent, StringComparison.Ordinal);

        await EnterAsync(view, 2, "-1 €");
        await EnterAsync(view, 3, "0");
        view.WaitForElement("table", Patience);
        Assert.Equal(new AnswerValues(1, 10, -7.5, -1, 0), CaseFile.Values(run, "ill"));

        _ui.Begin("zh", "light");
        var again = View(run);
        again.WaitForElement("table", Patience);
        Assert.Equal(["10", "-7.5", "-1", "0"], again.FindAll(".answers input").Select(i => i.GetAttribute("value")));
        Assert.Contains("每 1,000 个样本得", again.Markup, StringComparison.Ordinal);
        await EnterAsync(again, 1, "10");
        await EnterAsync(again, 2, "0");
        again.WaitForAssertion(() => Assert.Contains("模型怎样回答都一样", again.Find("[data-decision-caution]").TextContent, StringComparison.Ordinal), Patience);
        await EnterAsync(again, 1, "20");
        again.WaitForAssertion(() => Assert.Contains("漏了负号", again.Find("[data-decision-caution]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Looking_for_the_other_class_keeps_what_each_answer_is_worth()
    {
        var run = Find(await ModelAsync());
        File.Delete(new RunFolder(run.Folder).AnswerValues);
        var view = View(run);
        await TypeAsync(view, "1", "-5", "-2", "3");
        await view.InvokeAsync(() => view.Find("#decision-class").ChangeAsync(new() { Value = "0" }));

        view.WaitForAssertion(() => Assert.Equal(new AnswerValues(0, 3, -2, -5, 1), CaseFile.Values(run, "ill")), Patience);
        Assert.Contains($"“{Isolated("no")}” found", view.Find("label[for=decision-0]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "trained by an earlier version")]
    [InlineData("{", "cannot be read")]
    [InlineData("""{"heads":[{"head":"ill","parts":[{"part":"test","first":[0.5],"second":[2],"true":[1]}]}]}""", "cannot be read")]
    public async Task An_older_run_and_a_file_that_cannot_be_read_are_told_in_words_with_a_way_out(string? content, string words)
    {
        var model = await ModelAsync();
        var (run, file) = (Find(model), new RunFolder(Find(model).Folder).Cases);
        var known = await File.ReadAllBytesAsync(file, Ct);
        try
        {
            File.Delete(file);
            if (content is not null)
            {
                await File.WriteAllTextAsync(file, content, Ct);
            }

            var view = View(run);
            view.WaitForElement("a[href$='/train']", Patience);
            Assert.Contains(words, view.Markup, StringComparison.Ordinal);
            Assert.Empty(view.FindAll("input"));
            Assert.False(await _trained.Get<ThresholdSwitch>().UseAsync(run, "ill", new(1, 0.3), null, Ct));
            Assert.Empty(Find(model).Evaluation.Heads[0].Thresholds);
        }
        finally
        {
            await File.WriteAllBytesAsync(file, known, Ct);
        }
    }

    private static string Isolated(string name) => Builder.Web.Shell.Parts.Bidi.Isolated(name);

    private static string Scores(double share) => Builder.Web.Scores.Figures.Percent(share);

    private static async Task TypeAsync(IRenderedComponent<DecisionView> view, params string?[] texts)
    {
        view.WaitForElement("#decision-0", Patience);
        for (var i = 0; i < texts.Length; i++)
        {
            await EnterAsync(view, i, texts[i]);
        }
    }

    private static Task EnterAsync(IRenderedComponent<DecisionView> view, int place, string? text) => view.InvokeAsync(() => view.Find($"#decision-{place}").ChangeAsync(new() { Value = text }));

    private FinishedRun Find(UseModel model) => _trained.Get<FinishedRunService>().Find(model.ProjectId, model.Run.Id)!;

    private IRenderedComponent<DecisionView> View(FinishedRun run) => Render<DecisionView>(p => p
        .AddCascadingValue(_ui).Add(v => v.ProjectId, "p").Add(v => v.Run, run).Add(v => v.Head, run.Evaluation.Heads[0])
        .Add(v => v.OnChanged, EventCallback.Factory.Create(this, () => _changes++)));

    private static Dictionary<string, double> Row(Example example) => new() { ["dose"] = Number(example, "dose"), ["age"] = Number(example, "age") };

    private static double Number(Example example, string column) => double.Parse(example.Inputs[column]!, CultureInfo.InvariantCulture);

    private async Task<IEnumerable<string?>> AnswersAsync(UseModel model, IReadOnlyList<Example> examples)
    {
        var rows = examples.Select(e => Row(e).ToDictionary(c => c.Key, c => (Cell)c.Value)).ToList();
        return (await _trained.Models.AskAsync(model.ProjectId, model.Run.Bundle, id => new RunnerCommand.Predict(id, rows), Ct)).Rows!.Select(r => r.Outputs[0].Class);
    }

    private static async Task<IEnumerable<string>> PredictAsync(FinishedRun run, IReadOnlyList<Example> examples)
    {
        var folder = Directory.CreateTempSubdirectory("builder-decision-").FullName;
        try
        {
            var (input, output) = (Path.Combine(folder, "in.csv"), Path.Combine(folder, "out.csv"));
            await File.WriteAllTextAsync(input, "dose,age\n" + string.Concat(examples.Select(e => $"{e.Inputs["dose"]},{e.Inputs["age"]}\n")), Ct);
            using var runner = Process.Start(new ProcessStartInfo(RunsServer.Runner, ["predict", run.Bundle, "--input", input, "--output", output]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await runner.StandardError.ReadToEndAsync(Ct);
            await runner.WaitForExitAsync(Ct);
            Assert.True(runner.ExitCode == 0, said);
            return [.. (await File.ReadAllLinesAsync(output, Ct)).Skip(1).Select(line => line.Split(',')[0])];
        }
        finally
        {
            TemporaryFolders.Delete(folder);
        }
    }

    private async Task<IEnumerable<string?>> PublishedAsync(UseModel model, IReadOnlyList<Example> examples)
    {
        var now = model with { Run = Find(model), Description = await _trained.Models.DescribeAsync(model.ProjectId, model.Run.Bundle, Ct) };
        var name = await _trained.PublishAsync(now);
        using var program = _trained.CreateClient(new() { AllowAutoRedirect = false });
        program.DefaultRequestHeaders.Add(OriginGuard.ProgramHeader, "test");
        using var answer = await program.PostAsync(ModelAddress.Predict(name), JsonContent.Create(examples.Select(Row)), Ct);
        var told = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));
        return [.. told.GetProperty("predictions").EnumerateArray().Select(p => p.GetProperty("ill").GetProperty("class").GetString())];
    }

    private Task<UseModel> ModelAsync() => _trained.OnceAsync("ill by dose", () => _trained.TrainAsync(ProjectJson.Read("""
        { "format": 1, "name": "doses", "data": [{ "id": "table", "source": { "kind": "table", "path": "doses.csv" },
          "columns": [
            { "name": "dose", "type": "number", "transforms": [{ "kind": "standardize" }] }, { "name": "age", "type": "number", "transforms": [{ "kind": "standardize" }] },
            { "name": "ill", "type": "category", "transforms": [{ "kind": "ordinal" }] }],
          "split": { "kind": "random", "validation": 0.25, "test": 0.25, "seed": 1 } }],
          "blocks": [
            { "id": "input", "kind": "NumberInput", "position": [0, 0], "parameters": { "columns": ["dose", "age"] } },
            { "id": "out", "kind": "Linear", "position": [0, 0], "parameters": { "out_features": 2 } },
            { "id": "target", "kind": "Target", "position": [0, 0], "parameters": { "columns": ["ill"] } },
            { "id": "loss", "kind": "CrossEntropyLoss", "position": [0, 0] }, { "id": "adam", "kind": "Adam", "position": [0, 0], "parameters": { "lr": 0.05 } },
            { "id": "trainer", "kind": "Trainer", "position": [0, 0], "parameters": { "epochs": 8, "seed": 1 } }],
          "links": [
            { "from": "input.output", "to": "out.input" }, { "from": "out.output", "to": "loss.input" }, { "from": "target.output", "to": "loss.target" },
            { "from": "loss.output", "to": "adam.loss" }] }
        """u8), null, folder => File.WriteAllTextAsync(Path.Combine(folder, "doses.csv"), Doses()), null));

    // The larger the dose the likelier ill, but never surely so.
    private static string Doses()
    {
        var random = new Random(5);
        return "dose,age,ill\n" + string.Concat(Enumerable.Range(0, 800).Select(_ =>
        {
            var (dose, age) = (random.NextDouble(), random.Next(20, 80));
            return FormattableString.Invariant($"{dose:0.####},{age},{(random.NextDouble() < 0.1 + (0.7 * dose) ? "yes" : "no")}\n");
        }));
    }
}
