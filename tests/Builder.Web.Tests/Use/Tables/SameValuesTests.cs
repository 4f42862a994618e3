using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Proposals;
using Builder.Protocol;
using Builder.Tests.Intake;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Tests.Use.Tables;

/// <summary>
/// The same file gives a network the same values, whichever entrance it comes in by: the Data page, training, the command line with a bundle that was written and read
/// again, and the Use page.
/// </summary>
public sealed class SameValuesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-same-").FullName;

    private static IEnumerable<IntakeTable> All => IntakeTables.All.Concat(IntakeKinds.All).Where(t => t.CanBeLearned);

    public static TheoryData<string> Keys => [.. All.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_file_gives_the_same_values_by_every_entrance(string key)
    {
        var table = All.Single(t => t.Key == key);
        var path = Path.Combine(_folder, table.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, table.Content ?? File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "golden", "intake", table.File)));
        var inspection = SourceInspection.Of(new TableSource { Path = table.File }, _folder, TestContext.Current.CancellationToken);
        var document = Propose(inspection, table);
        var set = document.Data["data"];
        string[] inputs = [.. set.Columns.SkipLast(1).Select(c => c.Name)];
        var trained = DataPreparation.Prepare(set, _folder, TestContext.Current.CancellationToken);
        var bundle = (Set: ProjectJson.Read(ProjectJson.Write(document)).Data["data"], Fitted: FittedTransforms.FromJson(trained.Fitted.ToJson(), "transforms.json"));

        var page = Values(DataPreparation.Apply(set, trained.Fitted, inspection.AsMeant(set.Changes).Table, inputs, TestContext.Current.CancellationToken), inputs);
        AssertAmong(page, Values(trained, inputs), "training");
        AssertAmong(page, Values(DataPreparation.Apply(bundle.Set, bundle.Fitted, path, inputs, TestContext.Current.CancellationToken), inputs), "command line");
        AssertAmong(page, Values(DataPreparation.Apply(bundle.Set, bundle.Fitted, Sent(document, bundle.Set, bundle.Fitted, path, inputs), inputs, TestContext.Current.CancellationToken), inputs), "Use page");
    }

    public void Dispose() => TemporaryFolders.Delete(_folder);

    private ProjectDocument Propose(SourceInspection inspection, IntakeTable table)
    {
        var plan = DataPlan.Guess(inspection, "data");
        var chosen = table.Columns.Split(" · ").FirstOrDefault(c => c.EndsWith("**", StringComparison.Ordinal));
        return Proposer.Propose(
            inspection, chosen is null ? plan : plan.WithTarget(chosen[..chosen.LastIndexOf(' ')]), _folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken).Document;
    }

    /// <summary>What reaches the model from the Use page.</summary>
    private Builder.Datasets.Columns.RawTable Sent(ProjectDocument document, DataSet set, FittedTransforms fitted, string path, string[] inputs)
    {
        // As a model tells what it takes: a column of the source that is read in several ways is given once.
        var described = inputs.Select(name => fitted[name]).GroupBy(c => c.Source).Select(uses => new InputDescription(
            uses.Count() == 1 ? uses.First().Name : uses.Key, uses.First().Type.ToString().ToLowerInvariant(), null, null, null, null, null, MayBeMissing: true, null,
            uses.SelectMany(use => use.Steps).OfType<FittedReadDate>().FirstOrDefault()?.Order.ToString()));
        var model = new UseModel("p", _folder, null!, document, new ModelDescription(TaskKind.Classification, [.. described], [], null, set.Windows?.Length), null);
        var text = TextTable.Read(path, (TableSource)set.Source, [.. inputs.Concat(inputs.Select(model.SourceOf))], TestContext.Current.CancellationToken);
        var values = SentValues.Read(model, path, TestContext.Current.CancellationToken);
        Assert.Equal(text.Count, values?.RowCount);
        var rows = new SentRows(model, text, values);
        return GivenRows.Table("", set, fitted, inputs, [.. Enumerable.Range(0, rows.Count).Select(row => rows.Row(row).ToDictionary(
            cell => cell.Key, cell => cell.Value.IsNumber ? cell.Value.Text : GivenRows.Plain(set, fitted, cell.Key, cell.Value.Text)))]);
    }

    /// <summary>For each row of the source what the network gets of it, column by column.</summary>
    private static Dictionary<int, string> Values(PreparedData data, string[] inputs)
    {
        var columns = inputs.Select(data.Column).ToArray();
        var rows = columns[0].Values.LongLength / columns[0].RowSize;
        return Enumerable.Range(0, (int)rows).ToDictionary(row => data.SourceRow(row), row => string.Join("; ", columns.Select(c =>
            $"{c.Name} {string.Join(' ', Enumerable.Range(0, (int)c.RowSize).Select(i => c.Values.GetValue((row * c.RowSize) + i)))}")));
    }

    // Training may leave rows out, such as those whose answer is not known.
    private static void AssertAmong(Dictionary<int, string> page, Dictionary<int, string> other, string entrance)
    {
        Assert.NotEmpty(other);
        Assert.True(entrance == "training" || other.Count == page.Count, $"{entrance}: {other.Count} rows, the Data page has {page.Count}");
        Assert.All(other, row => Assert.Equal($"{entrance}: {page[row.Key]}", $"{entrance}: {row.Value}"));
    }
}
