using System.IO.Compression;
using System.Text;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Exchange;

namespace Builder.Storage.Tests.Exchange;

public sealed class PackedModelTests : IDisposable
{
    private const string Summary = """{"format":1,"task":"classification","epochs":9,"bestEpoch":7,"train":{"loss":0.1},"validation":{"accuracy":0.9},"test":{"accuracy":0.8,"roc_auc":null},"units":{}}""";

    private readonly StorageFixture _storage = new();

    private ProjectImport Import => new(_storage.Projects, _storage.Clock);

    private string PackedFile => Path.Combine(_storage.Folder.Uploads, "model.zip");

    [Theory]
    [InlineData("")]
    [InlineData("bundle/")]
    public async Task A_model_that_comes_by_itself_is_the_finished_run_of_a_new_project(string before)
    {
        Pack(before, Summary);
        var came = await Import.ReadAsync(PackedFile);

        Assert.True(came.IsModel);
        Assert.Equal("Flowers", came.Name);
        var run = Assert.Single(await _storage.Runs.ListAsync(came.Id));
        Assert.Equal((RunState.Finished, 0.8), (run.State, run.Scores!.Test["accuracy"]));
        Assert.Contains("came in as a file", run.Reason!.Words.En, StringComparison.Ordinal);
        var folder = _storage.Folder.RunFolder(came.Id, run.Id);
        Assert.Equal(["bundle.json", "project.json", "transforms.json", "weights.safetensors"], Directory.GetFiles(Path.Combine(folder, "bundle")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("Flowers", (await _storage.Runs.DocumentAsync(run.Id)).Name);
        var evaluation = Evaluation.FromJson(await File.ReadAllBytesAsync(Path.Combine(folder, Evaluation.FileName), TestContext.Current.CancellationToken));
        Assert.True(evaluation.MeasuredElsewhere);
        Assert.Equal(0.8, evaluation.Test["accuracy"]);
    }

    [Fact]
    public async Task A_second_copy_of_a_model_gets_a_name_of_its_own()
    {
        Pack("", Summary);
        await Import.ReadAsync(PackedFile);

        Assert.Equal("Flowers 2", (await Import.ReadAsync(PackedFile)).Name);
    }

    [Fact]
    public async Task A_model_keeps_the_thresholds_that_it_answers_by()
    {
        var thresholds = new DecisionThresholds([new HeadThresholds("fraud", [new ClassThreshold("yes", 0.2)])]).ToJson();
        Pack("", Summary, thresholds: thresholds);
        var came = await Import.ReadAsync(PackedFile);

        var run = Assert.Single(await _storage.Runs.ListAsync(came.Id));
        var file = Path.Combine(_storage.Folder.RunFolder(came.Id, run.Id), "bundle", "thresholds.json");
        Assert.Equal(thresholds, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"task":"witchcraft"}""")]
    [InlineData("""{"test":7}""")]
    public async Task A_model_that_tells_nonsense_of_itself_is_refused_and_nothing_is_left(string summary)
    {
        Pack("", summary);

        Assert.Equal("NotAProjectFile", (await Assert.ThrowsAsync<StorageException>(() => Import.ReadAsync(PackedFile))).Code);
        Assert.Empty(await _storage.Projects.ListAsync());
    }

    [Fact]
    public async Task What_a_model_leaves_out_of_its_scores_is_missing()
    {
        Pack("", """{"task":null,"test":null}""");
        var came = await Import.ReadAsync(PackedFile);

        Assert.Empty(Assert.Single(await _storage.Runs.ListAsync(came.Id)).Scores!.Test);
    }

    [Fact]
    public async Task A_score_beyond_all_numbers_is_not_known()
    {
        Pack("", """{"task":"regression","test":{"mae":1e999,"rmse":"NaN","r2":0.5}}""");
        var came = await Import.ReadAsync(PackedFile);

        Assert.Equal([null, null, 0.5], Assert.Single(await _storage.Runs.ListAsync(came.Id)).Scores!.Test.OrderBy(s => s.Value).Select(s => s.Value));
    }

    [Fact]
    public async Task Without_its_weights_it_is_a_project_like_any_other()
    {
        Pack("", Summary, weights: false);

        Assert.False((await Import.ReadAsync(PackedFile)).IsModel);
    }

    public void Dispose() => _storage.Dispose();

    private void Pack(string before, string summary, bool weights = true, byte[]? thresholds = null)
    {
        using var zip = new ZipArchive(File.Create(PackedFile), ZipArchiveMode.Create);
        Add(zip, before + "bundle.json", Encoding.UTF8.GetBytes(summary));
        Add(zip, before + "project.json", ProjectJson.Write(ProjectDocument.Create("Flowers")));
        Add(zip, before + "transforms.json", "{}"u8.ToArray());
        Add(zip, before + "notes.txt", "not of the model"u8.ToArray());
        if (weights)
        {
            Add(zip, before + "weights.safetensors", "weights"u8.ToArray());
        }

        if (thresholds is not null)
        {
            Add(zip, before + "thresholds.json", thresholds);
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
