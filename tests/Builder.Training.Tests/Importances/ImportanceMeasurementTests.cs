using System.Globalization;
using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Runner.Tests.Examples;
using Builder.Training.Evaluation;
using Builder.Training.Importances;
using Builder.Training.Tests.Loop;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Importances;

public sealed class ImportanceMeasurementTests
{
    private static readonly JsonElement s_stored = OracleFile.Read("importance.json");
    private static readonly string[] Letters = ["a", "b", "c", "d"];

    [Fact]
    public void The_importance_for_a_number_is_that_of_scikit_learn()
    {
        var stored = s_stored.GetProperty("cases")[0];
        using var run = new ImportanceRun(ImportanceRun.Linear(Numbers(Letters, """{ "name": "y", "type": "number", "transforms": [] }"""), "y", 1)
            .Chain("input", "out"), Csv(stored, y => y.GetDouble().ToString("R", CultureInfo.InvariantCulture)));
        Set(run, stored);

        var importance = run.Measure(Orders(stored));

        Assert.Equal((MetricCatalog.Mae.Id, "test", 80L, 80L), (importance.Metric, importance.Part, importance.Samples, importance.Available));
        AssertIsStored(stored, importance);
        Assert.Equal((0.0, 0.0), (importance.Of("d").Mean, importance.Of("d").Deviation));
        Assert.Equal("a", importance.Columns[0].Columns[0]);
    }

    [Fact]
    public void The_importance_for_a_class_is_that_of_scikit_learn()
    {
        var stored = s_stored.GetProperty("cases")[1];
        using var run = new ImportanceRun(ImportanceRun.Linear(Numbers(Letters, """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }"""), "y", 3, "CrossEntropyLoss")
            .Chain("input", "out"), Csv(stored, y => $"class {y.GetInt32()}"));
        Set(run, stored);

        var importance = run.Measure(Orders(stored));

        Assert.Equal(MetricCatalog.Accuracy.Id, importance.Metric);
        AssertIsStored(stored, importance);
        Assert.Equal((0.0, 0.0), (importance.Of("c").Mean, importance.Of("c").Deviation));
    }

    [Fact]
    public void What_a_network_does_not_read_on_matters_exactly_nothing_with_the_usual_shuffles_too()
    {
        var project = ImportanceRun.Linear(Numbers(["a", "b"], """{ "name": "y", "type": "number", "transforms": [] }"""), "y", 1).Chain("input", "out")
            .Block("unread", "NumberInput", """{ "columns": ["b"] }""").Block("lost", "Linear", """{ "out_features": 1 }""").Chain("unread", "lost");
        var csv = "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i * 7 % 13},{i * 5 % 11},{i * 7 % 13 * 2},{(i < 20 ? "train" : "test")}\n")));
        using var run = new ImportanceRun(project, csv);
        run.Set("out.weight", 2, 0);
        run.Set("out.bias", 0);

        var importance = run.Measure();

        Assert.Equal((10, 0.0), (importance.Repeats, importance.Score));
        Assert.Equal((0.0, 0.0), (importance.Of("b").Mean, importance.Of("b").Deviation));
        Assert.True(importance.Of("a").Mean > 1);
        Assert.Equal(importance.ToJson(), run.Measure().ToJson());
    }

    [Fact]
    public void The_places_of_a_category_and_the_parts_of_a_date_move_together()
    {
        var columns = """
            { "name": "colour", "type": "category", "transforms": [{ "kind": "oneHot" }] },
            { "name": "year", "from": "day", "type": "date", "transforms": [{ "kind": "datePart", "part": "year", "as": "number" }] },
            { "name": "month", "from": "day", "type": "date", "transforms": [{ "kind": "datePart", "part": "month", "as": "number" }] },
            { "name": "y", "type": "number", "transforms": [] }
            """;
        var project = ImportanceRun.Linear(Project(columns).Block("input", "NumberInput", """{ "columns": ["colour", "year", "month"] }"""), "y", 1).Chain("input", "out");

        // y is 1 for blue, 3 for red, plus the months since the year 2000.
        using var run = new ImportanceRun(project, """
            colour,day,y,part
            blue,2001-01-05,13,train
            red,2002-03-05,30,train
            blue,2000-02-07,3,test
            red,2001-04-09,19,test

            """.Replace("\r", "", StringComparison.Ordinal));
        run.Set("out.weight", 1, 3, 12, 1);
        run.Set("out.bias", -24_000);

        var importance = run.Measure([[1, 0]]);

        Assert.Equal(["colour", "day"], importance.Columns.Select(c => c.Columns[0]).Order());
        Assert.Equal(0, importance.Score, 1e-2);
        Assert.Equal(2, importance.Of("colour").Mean, 1e-2);
        Assert.Equal(14, importance.Of("day").Mean, 1e-2);
    }

    [Fact]
    public void A_window_of_a_series_moves_whole_and_the_target_stays()
    {
        var columns = """
            { "name": "t", "type": "number", "transforms": [] }, { "name": "u", "type": "number", "transforms": [] },
            { "name": "next", "from": "t", "type": "number", "window": "target", "transforms": [] }
            """;
        var project = ImportanceRun.Linear(Project(columns, """ "windows": { "length": 2, "horizon": 1 }, "split": { "kind": "time", "validation": 0, "test": 0.5 } """)
            .Block("input", "NumberInput", """{ "columns": ["t", "u"] }"""), "next", 1).Chain("input", "out");
        using var run = new ImportanceRun(project, "t,u\n" + string.Concat(Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"{i * 10},{i * i}\n"))));

        // The last step plus 10, without a look at u: [t₀, u₀, t₁, u₁].
        run.Set("out.weight", 0, 0, 1, 0);
        run.Set("out.bias", 10);
        var samples = run.Session.Data.Test.Length;

        var importance = run.Measure([[.. Enumerable.Range(0, samples).Select(i => samples - 1 - i)]]);

        // Turned round, the sample at place i is off by 10 for each place that it is from its mirror image.
        Assert.Equal(Enumerable.Range(0, samples).Average(i => 10.0 * Math.Abs(samples - 1 - (2 * i))), importance.Of("t").Mean, 1e-3);
        Assert.Equal(0, importance.Of("u").Mean);
        Assert.Equal(0, importance.Score, 1e-4);
    }

    [Fact]
    public void Words_of_a_text_and_class_numbers_move_as_well()
    {
        var columns = """
            { "name": "code", "type": "category", "transforms": [{ "kind": "ordinal" }] }, { "name": "kind", "type": "category", "transforms": [{ "kind": "ordinal" }] },
            { "name": "words", "type": "text", "transforms": [{ "kind": "tokenize", "tokenizer": "word", "length": 3 }] }, { "name": "y", "type": "number", "transforms": [] }
            """;
        var project = ImportanceRun.Linear(Project(columns).Block("codes", "CategoryInput", """{ "columns": ["code", "kind"] }""").Block("table", "Embedding", """{ "embedding_dim": 1 }""")
            .Block("flat", "Flatten").Block("text", "TextInput", """{ "column": "words" }""").Block("bag", "EmbeddingBag", """{ "embedding_dim": 1 }""").Block("all", "Concatenate"), "y", 1)
            .Chain("codes", "table", "flat").Chain("text", "bag").Link("flat.output", "all.inputs").Link("bag.output", "all.inputs").Chain("all", "out");
        using var run = new ImportanceRun(project, """
            code,kind,words,y,part
            p,x,good,1,train
            q,y,bad,2,train
            p,x,good,1,test
            q,y,bad,2,test

            """.Replace("\r", "", StringComparison.Ordinal));
        run.Set("out.weight", 1, 10, 100);
        var importance = run.Measure([[1, 0]]);
        var (codes, words) = (run.Session.Program.Weights.Single(w => w.Name == "table.weight").Tensor.data<float>().ToArray(), run.Session.Data.Columns["words"]);

        Assert.Equal(["code", "kind", "words"], importance.Columns.Select(c => c.Columns[0]).Order());
        Assert.True(words.SampleShape is [3]);
        // Both samples change their outputs by as much, in opposite directions; which way the errors go follows from the truth.
        var outputs = Outputs(run);
        var error = (outputs[0] - 1, outputs[1] - 2);
        var step = codes[1] - codes[0];
        Assert.Equal((Math.Abs(error.Item1 + step) + Math.Abs(error.Item2 - step) - Math.Abs(error.Item1) - Math.Abs(error.Item2)) / 2, importance.Of("code").Mean, 1e-3);
        Assert.Equal((Math.Abs(error.Item1 + (10 * step)) + Math.Abs(error.Item2 - (10 * step)) - Math.Abs(error.Item1) - Math.Abs(error.Item2)) / 2, importance.Of("kind").Mean, 1e-3);
    }

    [Fact]
    public void Twins_hide_each_other_and_are_shuffled_together()
    {
        var csv = "a,b,c,y,part\n" + string.Concat(Enumerable.Range(0, 90).Select(i => FormattableString.Invariant(
            $"{i % 30},{(i % 30) + (i % 3 * 0.1)},{i * 17 % 23},{i % 30 * 2},{(i < 30 ? "train" : "test")}\n")));
        using var run = new ImportanceRun(ImportanceRun.Linear(Numbers(["a", "b", "c"], """{ "name": "y", "type": "number", "transforms": [] }"""), "y", 1).Chain("input", "out"), csv);
        run.Set("out.weight", 1, 1, 0);
        run.Set("out.bias", 0);

        var importance = run.Measure();

        var group = Assert.Single(importance.Groups);
        Assert.Equal(["a", "b"], group.Columns);
        Assert.True(group.Mean > 1.5 * importance.Of("a").Mean, $"{group.Mean} together, {importance.Of("a").Mean} alone");
        Assert.True(importance.IsIdle("c"));
    }

    [Fact]
    public void A_rare_class_is_measured_by_its_own_f1_at_its_own_threshold()
    {
        var csv = "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{(i % 6 == 0 ? 1 : -1)},{i % 5},{(i % 6 == 0 ? "alarm" : "calm")},{(i < 30 ? "train" : "test")}\n")));
        using var run = new ImportanceRun(ImportanceRun.Linear(Numbers(["a", "b"], """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }"""), "y", 2, "CrossEntropyLoss")
            .Chain("input", "out"), csv);
        run.Set("out.weight", 0.2, 0, 0, 0);
        run.Set("out.bias", -0.5, 0);
        var thresholds = new DecisionThresholds([new("y", [new("alarm", 0.4)])]);

        var (plain, rare) = (run.Measure(), run.Measure(thresholds: thresholds));

        Assert.Equal((MetricCatalog.Accuracy.Id, (string?)null, 25 / 30.0), (plain.Metric, plain.Class, plain.Score));
        Assert.Equal((MetricCatalog.F1.Id, "alarm", 1.0), (rare.Metric, rare.Class, rare.Score));
        Assert.Equal(0, plain.Of("a").Mean);
        Assert.True(rare.Of("a").Mean > 0.5);
    }

    [Fact]
    public void Of_many_samples_an_even_part_is_taken_and_what_takes_too_long_is_told()
    {
        var csv = "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 2_600).Select(i => FormattableString.Invariant($"{i % 9},{i % 5},{i % 9 * 2},{(i < 100 ? "train" : "test")}\n")));
        using var run = new ImportanceRun(ImportanceRun.Linear(Numbers(["a", "b"], """{ "name": "y", "type": "number", "transforms": [] }"""), "y", 1).Chain("input", "out"), csv);

        var importance = run.Measure();

        Assert.Equal((2_000L, 2_500L, 10), (importance.Samples, importance.Available, importance.Repeats));
        Assert.Equal(TrainingMessages.ImportanceTooSlow.Code, Assert.Throws<TrainingException>(() => run.Measure(seconds: 1e-5)).Code);
    }

    [Fact]
    public void Where_nothing_is_held_back_the_reason_is_told()
    {
        var project = ImportanceRun.Linear(Numbers(["a"], """{ "name": "y", "type": "number", "transforms": [] }""", """ "split": { "kind": "random", "validation": 0, "test": 0, "seed": 1 } """), "y", 1).Chain("input", "out");
        using var run = new ImportanceRun(project, "a,y\n1,2\n2,3\n3,5\n");

        Assert.False(ImportanceMeasurement.Suits(run.Session));
        Assert.Equal(TrainingMessages.ImportanceNothingHeldBack.Code, Assert.Throws<TrainingException>(() => run.Measure()).Code);
    }

    [Fact]
    public void Pictures_alone_are_not_measured()
    {
        using var run = LoopRun.OfPictures("");

        Assert.False(ImportanceMeasurement.Suits(run.Session));
        var measurement = new ImportanceMeasurement(run.Session, new(run.Session), run.Session.Data.Fitted, TimeSpan.FromSeconds(1));
        Assert.Equal(TrainingMessages.ImportanceNotForThisModel.Code, Assert.Throws<TrainingException>(() => measurement.Measure()).Code);
    }

    [Fact]
    public void Whoever_leaves_does_not_wait()
    {
        using var run = new ImportanceRun(ImportanceRun.Linear(Numbers(["a"], """{ "name": "y", "type": "number", "transforms": [] }"""), "y", 1).Chain("input", "out"), "a,y,part\n1,2,train\n2,4,train\n3,6,test\n5,9,test\n");
        using var leave = new CancellationTokenSource();
        leave.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new ImportanceMeasurement(run.Session, new(run.Session), run.Session.Data.Fitted, TimeSpan.FromSeconds(1)).Measure(leave.Token));
    }

    private static double[] Outputs(ImportanceRun run)
    {
        var collected = new Evaluator(run.Session).Collect(run.Session.Data.Test);
        return [.. collected[0].Predicted];
    }

    private static ProjectFile Project(string columns, string rest = $$""" "split": {{ImportanceRun.Given}} """) =>
        new($$"""{ "id": "table", "source": { "kind": "table", "path": "data.csv" }, "columns": [{{columns}}], {{rest}} }""");

    private static ProjectFile Numbers(string[] names, string target, string rest = $$""" "split": {{ImportanceRun.Given}} """) => Project(
        $"{string.Concat(names.Select(name => $$"""{ "name": "{{name}}", "type": "number", "transforms": [] }, """))}{target}", rest)
        .Block("input", "NumberInput", $$"""{ "columns": [{{string.Join(", ", names.Select(name => $"\"{name}\""))}}] }""");

    // The stored rows are the test part; the training part, which nobody learns from here, holds them too.
    private static string Csv(JsonElement stored, Func<JsonElement, string> target)
    {
        string[] rows = [.. stored.GetProperty("x").EnumerateArray().Zip(stored.GetProperty("y").EnumerateArray())
            .Select(row => $"{string.Join(',', row.First.EnumerateArray().Select(v => v.GetDouble().ToString("R", CultureInfo.InvariantCulture)))},{target(row.Second)}")];
        return $"a,b,c,d,y,part\n{string.Concat(rows.Select(row => $"{row},train\n"))}{string.Concat(rows.Select(row => $"{row},test\n"))}";
    }

    private static void Set(ImportanceRun run, JsonElement stored)
    {
        run.Set("out.weight", [.. stored.GetProperty("weight").Deserialize<double[][]>()!.SelectMany(row => row)]);
        run.Set("out.bias", stored.Doubles("bias"));
    }

    private static int[][] Orders(JsonElement stored) => stored.GetProperty("orders").Deserialize<int[][]>()!;

    private static void AssertIsStored(JsonElement stored, PermutationImportance importance)
    {
        Assert.Equal(stored.GetProperty("score").GetDouble(), importance.Score, 1e-5);
        var (means, deviations) = (stored.Doubles("means"), stored.Doubles("deviations"));
        var cycle = Orders(stored).Length;
        Assert.Equal(0, importance.Repeats % cycle);
        for (var i = 0; i < Letters.Length; i++)
        {
            Assert.Equal(means[i], importance.Of(Letters[i]).Mean, 1e-5);
            Assert.Equal(deviations[i], importance.Of(Letters[i]).Deviation, 1e-5);
        }
    }
}
