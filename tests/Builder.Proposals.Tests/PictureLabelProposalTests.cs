using System.Text;
using System.Text.Json;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Metrics;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

/// <summary>Pictures of which a table beside them gives each any number of labels.</summary>
public sealed class PictureLabelProposalTests : IDisposable
{
    private const int Count = 48;

    private static readonly string[] s_animals = ["bird", "cat", "dog"];

    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("labels.csv", ";")]
    [InlineData("labels.csv", "|")]
    [InlineData("labels.csv", "；")]
    [InlineData("labels.csv", "、")]
    [InlineData("labels.tsv", ", ")]
    [InlineData("labels.tsv", "，")]
    [InlineData("labels.tsv", "/")]
    [InlineData("sub/about.tsv", LabelText.Json)]
    [InlineData("labels.json", LabelText.Json)]
    public void Several_labels_in_a_cell_are_one_yes_or_no_each(string file, string separator)
    {
        var inspection = Look(file, Table(file, separator));
        var plan = DataPlan.Guess(inspection, "data");
        Assert.Equal(("animals", ColumnType.Labels), (plan.Target?.Name, plan.Target?.Type));

        var proposal = _project.Propose(inspection, plan);
        Assert.Equal(ProposedTask.Labels, proposal.Task);
        Assert.Equal(s_animals, proposal.Schema.Find("animals")!.ClassNames);
        TemporaryProject.AssertTrains(proposal);
        Assert.Equal((TaskKind.MultiLabel, 3L), Assert.Single(TemporaryProject.Analyze(proposal).Heads) is var head ? (head.Task, head.Outputs) : default);
        Assert.Contains("A picture may have any number of the 3 labels of “animals”", proposal.Explanation[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("of each label how likely it is", proposal.Explanation.Single(r => r.About.En == "Network").Text.En, StringComparison.Ordinal);

        var read = DataPlan.Read(proposal.Document.Data["data"], "animals", inspection);
        Assert.Equal((ColumnType.Labels, SplitWay.Suitable), (read.Target!.Type, read.Split.Way));
        Assert.Contains(DataWarnings.Of(inspection, plan), w => w.Code == "several-labels");
    }

    [Fact]
    public void Each_combination_is_a_class_by_one_press()
    {
        var inspection = Look("labels.csv", Table("labels.csv", ";"));
        var plan = DataPlan.Guess(inspection, "data");
        var combined = Warning(inspection, plan, "several-labels").Fix!.Apply(plan);
        var set = Set(inspection, combined);

        Assert.Equal(ColumnType.Category, DataPlan.Read(set, "animals", inspection).Target!.Type);
        Assert.Equal(ColumnType.Labels, Warning(inspection, combined, "combined-labels").Fix!.Apply(combined).Target!.Type);
    }

    [Fact]
    public void Columns_that_each_say_yes_or_no_are_labels_together_and_can_be_kept_apart()
    {
        var text = "file,bird,cat,dog,taken\n" + string.Concat(Pictures().Select(p => $"{p.Name},{Bit(p.Bits, 0)},{Bit(p.Bits, 1)},{Bit(p.Bits, 2)},2019\n"));
        var inspection = Look("labels.csv", text);
        var plan = DataPlan.Guess(inspection, "data");

        Assert.Equal(("labels", ColumnType.Labels), (plan.Target?.Name, plan.Target?.Type));
        Assert.DoesNotContain(inspection.Table.Columns, c => c.Name is "bird" or "cat" or "dog");
        Assert.Contains("“bird”, “cat”, “dog”", Warning(inspection, plan, "ticks-together").Message.En, StringComparison.Ordinal);
        Assert.Contains("“taken”", Warning(inspection, plan, "labels-not-used").Message.En, StringComparison.Ordinal);

        var proposal = _project.Propose(inspection, plan);
        Assert.Equal(s_animals, proposal.Schema.Find("labels")!.ClassNames);
        TemporaryProject.AssertTrains(proposal);
        var labels = inspection.Table.Get<TextColumn>("labels");
        Assert.Equal(["[]", "bird", "cat", "bird;cat", "dog", "bird;dog", "cat;dog", "bird;cat;dog"], Enumerable.Range(0, 8).Select(row => labels[row]));

        // The source is read back as it was written.
        var source = JsonSerializer.Deserialize<DataSource>(JsonSerializer.Serialize(plan.Source, DataJson.Options), DataJson.Options)!;
        Assert.Equal(ColumnType.Labels, SourceInspection.Of(source, _project.Folder, TestContext.Current.CancellationToken).Columns.Single(c => c.Name == "labels").Type);

        var apart = Warning(inspection, plan, "ticks-together").Fix!.Apply(plan);
        var again = SourceInspection.Of(apart.Source, _project.Folder, TestContext.Current.CancellationToken);
        Assert.Contains(again.Table.Columns, c => c.Name == "cat");
        var offered = Warning(again, DataPlan.Guess(again, "data"), "ticks-apart").Fix!.Apply(DataPlan.Guess(again, "data"));
        Assert.Equal(s_animals, ((PicturesSource)offered.Source).Labels!.Ticks);
    }

    [Fact]
    public void One_yes_in_every_row_says_a_class()
    {
        var text = "file,bird,cat,dog\n" + string.Concat(Pictures().Select((p, i) => $"{p.Name},{(i % 3 == 0 ? 1 : 0)},{(i % 3 == 1 ? 1 : 0)},{(i % 3 == 2 ? 1 : 0)}\n"));
        var plan = DataPlan.Guess(Look("labels.csv", text), "data");

        Assert.Equal(("labels", ColumnType.Category), (plan.Target?.Name, plan.Target?.Type));
    }

    [Fact]
    public void A_cell_that_says_that_the_answer_is_not_known_is_no_class()
    {
        var inspection = Look("labels.csv", "file,animal\n" + string.Concat(Pictures().Select((p, i) => $"{p.Name},{(i % 8 == 7 ? "TBD" : i % 2 == 0 ? "cat" : "dog")}\n")));
        var plan = DataPlan.Guess(inspection, "data");
        var mended = Warning(inspection, plan, "unknown-class").Fix!.Apply(plan);

        Assert.Equal(["cat", "dog"], _project.Propose(SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken), mended).Schema.Find("animal")!.ClassNames);
    }

    [Fact]
    public void Marks_beside_a_class_are_no_labels()
    {
        var text = "file,diagnosis,male,smoker\n" + string.Concat(Pictures().Select((p, i) => $"{p.Name},{(i % 3 == 0 ? "ill" : "well")},{i % 2},{i / 2 % 2}\n"));
        var inspection = Look("labels.csv", text);

        Assert.Equal("diagnosis", DataPlan.Guess(inspection, "data").Target?.Name);
        Assert.Contains("“male”, “smoker”", Warning(inspection, DataPlan.Guess(inspection, "data"), "labels-not-used").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_labels_are_offered_weights_which_a_proposal_and_a_model_that_is_there_use()
    {
        static string Cell(int i) => LabelText.Join([.. i % 6 == 0 ? ["bird"] : Array.Empty<string>(), .. i % 2 == 0 ? ["cat"] : Array.Empty<string>(), .. i % 3 > 0 ? ["dog"] : Array.Empty<string>()], null);
        var text = "file,animals\n" + string.Concat(Pictures().Select((p, i) => $"{p.Name},{Cell(i)}\n"));
        var inspection = Look("labels.csv", text);
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Warning(inspection, plan, "imbalance");
        Assert.StartsWith("Only 16.7% of the rows have “bird”.", warning.Message.En, StringComparison.Ordinal);
        Assert.Equal("Let rare labels count more", warning.Fix!.Title.En);

        var balanced = warning.Fix.Apply(plan);
        var proposal = _project.Propose(inspection, balanced);
        var learned = DataPreparation.Prepare(proposal.Document.Data["data"], _project.Folder, TestContext.Current.CancellationToken);
        var values = (float[])learned.Column("animals").Values;
        double[] with = [.. Enumerable.Range(0, 3).Select(label => learned.Train.Sum(row => values[(row * 3) + label]))];
        Assert.Equal(with.Select(n => Math.Round((learned.Train.Length - n) / n, 3)), Weights(proposal.Document));
        TemporaryProject.AssertTrains(proposal);

        var read = DataPlan.Read(proposal.Document.Data["data"], "animals", inspection);
        Assert.True(read.Balanced);
        var alike = DocumentEditor.Apply(proposal.Document, Proposer.UsePlan(inspection, Warning(inspection, read, "balanced").Fix!.Apply(read))(proposal.Document)).Document!;
        Assert.Empty(Weights(alike));
        var again = DocumentEditor.Apply(alike, Proposer.UsePlan(inspection, balanced)(alike)).Document!;
        Assert.Equal(Weights(proposal.Document), Weights(again));
    }

    [Fact]
    public void Labels_that_hardly_any_of_the_training_pictures_have_cost_no_weights()
    {
        // Of a label that only held-back pictures have, a model knows nothing.
        var rows = Pictures().Select((p, i) => (p.Name, Cell: i is 0 or 1 or 2 or 3 or 4 ? "cat;whale" : i % 6 == 0 ? "cat;bird" : i % 2 == 0 ? "cat" : "dog")).ToArray();
        var inspection = Look("labels.csv", "file,animals,split\n" + string.Concat(rows.Select((r, i) => $"{r.Name},{r.Cell},{(i < 10 ? "test" : i < 16 ? "val" : "train")}\n")));
        var plan = DataPlan.Guess(inspection, "data").WithTarget("animals");
        plan = (plan with { Balanced = true, Split = plan.Split with { Way = SplitWay.Given, By = "split" } }).With(plan.Target! with { Type = ColumnType.Labels });
        var proposal = _project.Propose(inspection, plan);

        Assert.Equal(["bird", "cat", "dog"], proposal.Schema.Find("animals")!.ClassNames);
        Assert.Equal(3, Weights(proposal.Document).Length);
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void Spellings_of_a_label_are_merged_by_one_press_and_that_can_be_taken_back()
    {
        var cells = Pictures().Select((p, i) => (p.Name, Cell: (i % 12) switch { 0 => "Comedy;drama", 3 => "comdey;drama", 6 => "action; comedy ", 9 => "drama;action", var k => k % 2 == 0 ? "comedy;drama" : "comedy" }));
        var inspection = Look("labels.csv", "file,genre\n" + string.Concat(cells.Select(c => $"{c.Name},{c.Cell}\n")));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Warning(inspection, plan, "spellings");

        Assert.Equal(WarningLevel.Warning, warning.Level);
        Assert.Contains("“comedy” also as “Comedy”, “comdey”", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains("Each spelling counts as a label of its own.", warning.Message.En, StringComparison.Ordinal);

        var merged = warning.Fix!.Apply(plan);
        var again = SourceInspection.Of(merged.Source, merged.Changes, _project.Folder, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(DataWarnings.Of(again, merged), w => w.Code == "spellings");
        Assert.Equal(["action", "comedy", "drama"], _project.Propose(again, merged).Schema.Find("genre")!.ClassNames);
        Assert.Equal(["action", "comedy", "drama"], LabelColumns.Count(inspection.AsMeant(merged.Changes).Table.Get<TextColumn>("genre"), ";").Keys.Order(StringComparer.Ordinal));
        Assert.Null(Warning(again, merged, "merged-spellings").Fix!.Apply(merged).Changes);
    }

    public void Dispose() => _project.Dispose();

    private static DataWarning Warning(SourceInspection inspection, DataPlan plan, string code) => Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == code);

    private static DataSet Set(SourceInspection inspection, DataPlan plan) =>
        DocumentEditor.Apply(ProjectDocument.Create("Test"), Proposer.UsePlan(inspection, plan)(ProjectDocument.Create("Test"))).Document!.Data["data"];

    private static double[] Weights(ProjectDocument document) =>
        [.. (document.Blocks.Values.Single(b => b.Kind == "BCEWithLogitsLoss").Parameters.GetValueOrDefault("pos_weight") as ParameterValue.List)?.Items.Select(v => v is ParameterValue.Number { Value: var number } ? number : ((ParameterValue.Integer)v).Value) ?? []];

    private SourceInspection Look(string file, string text)
    {
        var alone = _project.InspectPictures(Pictures().Select(p => (p.Name, Picture(p.Bits))).Append((file, Encoding.UTF8.GetBytes(text))));
        return SourceInspection.Of(((PicturesSource)alone.Source) with { Labels = Assert.Single(alone.Beside) }, _project.Folder, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string Name, int Bits)> Pictures() => Enumerable.Range(0, Count).Select(i => ($"p{i:00}.png", i % 8));

    private static int Bit(int bits, int place) => (bits >> place) & 1;

    private static string Table(string file, string separator)
    {
        var rows = Pictures().Select(p => (p.Name, Labels: s_animals.Where((_, i) => Bit(p.Bits, i) == 1).ToArray()));
        if (file.EndsWith(".json", StringComparison.Ordinal))
        {
            return JsonSerializer.Serialize(rows.Select(r => new Dictionary<string, object> { ["image"] = r.Name, ["animals"] = r.Labels }));
        }

        var comma = file.EndsWith(".tsv", StringComparison.Ordinal) ? '\t' : ',';
        return $"image{comma}animals\n" + string.Concat(rows.Select(r => $"{r.Name}{comma}{(separator == LabelText.Json ? LabelText.Join(r.Labels, separator).Replace('"', '\'') : r.Labels.Length == 0 ? LabelText.None : string.Join(separator, r.Labels))}\n"));
    }

    /// <summary>A picture with a bright stripe for each bit.</summary>
    private static byte[] Picture(int bits)
    {
        using var file = new MemoryStream();
        PictureWriting.WritePng([.. Enumerable.Range(0, 144).Select(i => (byte)(Bit(bits, i / 12 / 4) * 200))], new PictureSize(1, 12, 12), file);
        return file.ToArray();
    }
}
