using Builder.Datasets;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;

namespace Builder.Proposals.Tests;

public sealed class ProposerTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("penguins.csv", "species", ProposedTask.Classes)]
    [InlineData("iris.csv", "species", ProposedTask.Classes)]
    [InlineData("breast-cancer.csv", "diagnosis", ProposedTask.Classes)]
    [InlineData("wine.csv", "cultivar", ProposedTask.Classes)]
    [InlineData("german-credit.csv", "class", ProposedTask.Classes)]
    [InlineData("telco-churn.csv", "churn", ProposedTask.Classes)]
    [InlineData("sensor-anomaly.csv", "indoor", ProposedTask.Classes)]
    [InlineData("digits-8x8.csv", "digit", ProposedTask.Number)]
    [InlineData("concrete.csv", "compressive_strength", ProposedTask.Number)]
    [InlineData("diabetes.csv", "target", ProposedTask.Number)]
    [InlineData("births.csv", "births", ProposedTask.Number)]
    [InlineData("co2.csv", "adjusted CO2", ProposedTask.Forecast)]
    [InlineData("stock-indices.csv", "FTSE", ProposedTask.Forecast)]
    [InlineData("seattle-weather.csv", "temp_max", ProposedTask.Forecast)]
    [InlineData("seattle-weather.csv", "weather", ProposedTask.Classes)]
    [InlineData("wordnet-topics.tsv", "topic", ProposedTask.Classes)]
    public void A_model_for_real_data_has_no_problem_and_can_be_trained(string file, string target, ProposedTask task)
    {
        var proposal = _project.Propose(_project.InspectSample(file), target);

        Assert.Equal(task, proposal.Task);
        TemporaryProject.AssertTrains(proposal);
    }

    [Theory]
    [InlineData("penguins.csv", "species")]
    [InlineData("iris.csv", "species")]
    [InlineData("telco-churn.csv", "churn")]
    [InlineData("german-credit.csv", "class")]
    [InlineData("diabetes.csv", "target")]
    [InlineData("digits-8x8.csv", "digit")]
    [InlineData("concrete.csv", "compressive_strength")]
    [InlineData("wine.csv", "cultivar")]
    [InlineData("births.csv", "births")]
    public void The_target_is_guessed_by_name_and_place(string file, string target) =>
        Assert.Equal(target, DataPlan.Guess(_project.InspectSample(file), "data").Target?.Name);

    [Fact]
    public void Rows_left_out_and_cells_corrected_stay_through_every_change_of_the_plan()
    {
        var inspection = _project.InspectTable("x,y,kind\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{i * 2},{(i % 2 == 0 ? "a" : "b")}\n")));
        var changes = new RowChanges { LeftOut = RowNumbers.Of(3) };
        var set = new DataSet { Id = "t", Source = inspection.Source, Changes = changes };
        var document = ProjectDocument.Create("p");
        var plan = DataPlan.Read(set, null, inspection);

        foreach (var next in new[] { plan, plan.WithTarget("kind"), plan.WithTarget("y") with { Split = new SplitChoice(SplitWay.Random) } })
        {
            Assert.Equal(changes, DocumentEditor.Apply(document, Proposer.UsePlan(inspection, next)(document)).Document!.Data["t"].Changes);
        }
    }

    [Fact]
    public void Gaps_are_filled_categories_encoded_and_rows_without_a_target_left_out()
    {
        var proposal = _project.Propose(_project.InspectSample("penguins.csv"), "sex");

        var data = proposal.Document.Data["data"];
        Assert.Equal(["sex"], data.Rows?.Complete);
        Assert.Equal([new Impute { Strategy = ImputeStrategy.Median }, new Standardize()], Column(data, "bill_length_mm").Transforms);
        Assert.Equal([new OneHot()], Column(data, "island").Transforms);
        Assert.Equal("mm", Column(data, "bill_length_mm").Unit);
        Assert.IsType<StratifiedSplit>(data.Split);
    }

    [Fact]
    public void A_few_values_that_are_far_larger_are_drawn_together_but_not_in_a_series()
    {
        double[] incomes = [.. Enumerable.Range(0, 200).Select(i => Math.Round(Math.Exp(i * 7 % 200 / 20.0), 2))];
        var proposal = _project.Propose(_project.InspectTable("income,height,kind\n" + string.Concat(incomes.Select((income, i) => FormattableString.Invariant($"{income},{i * 7 % 200},k{i % 2}\n")))), "kind");

        var data = proposal.Document.Data["data"];
        Assert.Equal([new Asinh(), new Standardize()], Column(data, "income").Transforms);
        Assert.Equal([new Standardize()], Column(data, "height").Transforms);
        Assert.Contains(proposal.Explanation, reason => reason.Text.En.Contains("drawn together, much as by a logarithm, before the numbers are brought to a common scale (income)", StringComparison.Ordinal));
        TemporaryProject.AssertTrains(proposal);
        var series = _project.Propose(_project.InspectTable("day,income\n" + string.Concat(incomes.Select((income, i) => FormattableString.Invariant($"{new DateTime(2024, 1, 1).AddDays(i):yyyy-MM-dd},{income}\n")))), "income");
        Assert.Equal(ProposedTask.Forecast, series.Task);
        Assert.DoesNotContain(series.Document.Data["data"].Columns, c => c.Transforms.Any(t => t is Asinh));
    }

    [Fact]
    public void A_series_is_split_by_time_and_read_in_windows()
    {
        var proposal = _project.Propose(_project.InspectSample("co2.csv"), "CO2");

        var data = proposal.Document.Data["data"];
        Assert.Equal("Date", data.Windows?.OrderBy);
        Assert.Equal(24, data.Windows?.Length);
        Assert.Equal("Date", Assert.IsType<TimeSplit>(data.Split).By);
        Assert.Contains(proposal.Document.Blocks.Values, b => b.Kind == "LSTM");
    }

    [Fact]
    public void Text_beside_a_class_is_the_average_of_its_words_in_which_padding_does_not_count()
    {
        var inspection = _project.InspectSample("wordnet-topics.tsv");
        var plan = DataPlan.Guess(inspection, "data");

        var proposal = _project.Propose(inspection, plan.With(plan.Columns[1] with { Use = ColumnUse.Ignored }).WithTarget("topic"));

        Assert.Equal(["TextInput", "EmbeddingBag", "Dropout", "Linear"], Kinds(proposal, "text"));
        Assert.Equal(0, (proposal.Document.Blocks["words"].Parameters["padding_idx"] as ParameterValue.Integer)?.Value);
    }

    [Theory]
    [InlineData(100, 3, 16)]
    [InlineData(1_000, 2, 32)]
    [InlineData(1_000, 12, 64)]
    [InlineData(20_000, 2, 32)]
    [InlineData(20_000, 26, 256)]
    public void The_widest_layer_is_as_wide_as_rows_and_classes_ask_for(int rows, int classes, int width)
    {
        var lines = Enumerable.Range(0, rows).Select(row => FormattableString.Invariant($"{string.Join(',', Enumerable.Range(1, 16).Select(i => row * 31 * i % 997 / 10.0))},k{row % classes}\n"));
        var inspection = _project.InspectTable($"{string.Join(',', Enumerable.Range(1, 16).Select(i => $"x{i}"))},letter\n{string.Concat(lines)}");

        var proposal = _project.Propose(inspection, "letter");

        Assert.Equal(width, proposal.Document.Blocks.Values.Where(b => b.Kind == "Linear").Max(b => (b.Parameters["out_features"] as ParameterValue.Integer)?.Value));
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void Running_text_gets_a_small_gpt()
    {
        var proposal = _project.Propose(_project.InspectSample("song-ci-300.txt"));

        Assert.Equal(ProposedTask.RunningText, proposal.Task);
        Assert.Contains(proposal.Document.Blocks.Values, b => b is { Kind: "MultiheadAttention" });
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void Digits_in_idx_files_get_a_convolutional_network()
    {
        File.Copy(TemporaryProject.Sample("images-idx3-ubyte.gz"), Path.Combine(_project.Folder, "images.gz"));
        File.Copy(TemporaryProject.Sample("labels-idx1-ubyte.gz"), Path.Combine(_project.Folder, "labels.gz"));
        var inspection = Datasets.Profiles.SourceInspection.Of(new IdxSource { Images = "images.gz", Labels = "labels.gz" }, _project.Folder, TestContext.Current.CancellationToken);

        var proposal = _project.Propose(inspection);

        Assert.Equal(ProposedTask.PictureClasses, proposal.Task);
        Assert.Equal(2, proposal.Document.Blocks.Values.Count(b => b.Kind == "Conv2d"));
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void A_proposal_replaces_the_model_and_undo_brings_it_back_to_the_byte()
    {
        var text = _project.Propose(_project.InspectSample("song-ci-300.txt")).Document;

        var proposal = _project.Propose(_project.InspectSample("penguins.csv"), "species", text, "zh");

        var result = DocumentEditor.Apply(text, proposal.Edit);
        Assert.Equal(ProjectJson.Write(proposal.Document), ProjectJson.Write(result.Document!));
        Assert.Equal(ProjectJson.Write(text), ProjectJson.Write(DocumentEditor.Apply(result.Document!, result.Inverse!).Document!));
        Assert.Empty(proposal.Document.Groups);
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void Every_block_has_a_place_of_its_own()
    {
        foreach (var (file, target) in new[] { ("penguins.csv", "species"), ("co2.csv", "CO2"), ("telco-churn.csv", "churn") })
        {
            var places = _project.Propose(_project.InspectSample(file), target).Document.Blocks.Values.Select(b => (b.Group, b.Position)).ToArray();
            Assert.Equal(places.Length, places.Distinct().Count());
        }
    }

    [Fact]
    public void Reasons_are_complete_in_both_languages()
    {
        foreach (var reason in _project.Propose(_project.InspectSample("penguins.csv"), "species").Explanation)
        {
            Assert.False(string.IsNullOrWhiteSpace(reason.Text.En));
            Assert.Matches(@"[\u4e00-\u9fff]", reason.Text.Zh);
            Assert.DoesNotContain("  ", reason.Text.En, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a,b\n1,x\n2,x\n3,x\n", "b", "data-one-class")]
    [InlineData("a,b\n1,4\n2,4\n3,4\n5,4\n7,4\n", "b", "data-constant-target")]
    public void What_cannot_be_learned_is_said_in_words(string table, string target, string code)
    {
        var inspection = _project.InspectTable(table);
        var plan = DataPlan.Guess(inspection, "data");
        plan = plan.With(plan.Columns.First(c => c.Name == target) with { Use = ColumnUse.Target });

        Assert.Equal(code, Assert.Throws<DataException>(() => _project.Propose(inspection, plan)).Code);
    }

    [Fact]
    public void Without_inputs_or_a_target_the_person_is_told_what_to_choose()
    {
        var inspection = _project.InspectSample("iris.csv");
        var plan = DataPlan.Guess(inspection, "data");

        Assert.Equal("proposal-no-target", Assert.Throws<DataException>(() => _project.Propose(inspection, plan.WithTarget(null))).Code);
        var alone = plan with { Columns = [.. plan.Columns.Select(c => c.Use == ColumnUse.Input ? c with { Use = ColumnUse.Ignored } : c)] };
        Assert.Equal("proposal-no-inputs", Assert.Throws<DataException>(() => _project.Propose(inspection, alone)).Code);
    }

    public void Dispose() => _project.Dispose();

    private static DataColumn Column(DataSet data, string name) => data.Columns.First(c => c.Name == name);

    private static List<string> Kinds(Proposal proposal, string from)
    {
        var kinds = new List<string>();
        for (var id = from; id is not null; id = Next(proposal.Document, id))
        {
            kinds.Add(proposal.Document.Blocks[id].Kind);
        }

        return kinds;
    }

    private static string? Next(ProjectDocument document, string id) => document.Links.Values
        .Where(l => l.From.Block == id).Select(l => l.To.Block)
        .FirstOrDefault(to => document.Blocks[to].Kind is not ("CrossEntropyLoss" or "ClassificationMetrics"));
}
