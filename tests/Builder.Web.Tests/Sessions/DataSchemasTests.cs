using System.Text.Json;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Sessions;
using Builder.Web.Tests.Evaluate;
using Builder.Web.Tests.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Sessions;

/// <summary>The shapes of a large table are found out by a process of its own, and are those that the server would find.</summary>
public sealed class DataSchemasTests : IDisposable
{
    private static readonly DataSet s_set = new()
    {
        Id = "orders",
        Source = new TableSource { Path = "large.csv" },
        Columns =
        [
            new DataColumn { Name = "amount", Type = ColumnType.Number, Transforms = [new Standardize()] },
            new DataColumn { Name = "kind", Type = ColumnType.Category, Transforms = [new OneHot()] },
            new DataColumn { Name = "note", Type = ColumnType.Text, Transforms = [new Tokenize { Tokenizer = TokenizerKind.Word, Length = 4 }] },
        ],
        Split = new RandomSplit { Validation = 0.2, Test = 0.2 },
    };

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_table_has_the_same_schema_with_and_without_the_process(bool isThere)
    {
        Write(700_000);
        await using var process = new PictureClient(
            new RunnerOptions { Program = isThere ? RunsServer.Runner : Path.Combine(_project.Folder, "nothing") }, TimeProvider.System, NullLogger<PictureClient>.Instance);
        using var schemas = new DataSchemas(process);
        var read = Assert.Single(await schemas.ReadAsync(_project.Folder, [s_set]));

        Assert.Null(read.Problem);
        var expected = DataPreparation.Prepare(s_set, _project.Folder, TestContext.Current.CancellationToken).Schema;
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(read.Schema));
    }

    [Fact]
    public async Task What_is_wrong_with_a_large_table_is_told_as_with_a_small_one()
    {
        Write(700_000);
        await using var process = new PictureClient(new RunnerOptions { Program = RunsServer.Runner }, TimeProvider.System, NullLogger<PictureClient>.Instance);
        using var schemas = new DataSchemas(process);
        var set = s_set with { Columns = [new DataColumn { Name = "weight", Type = ColumnType.Number }] };
        var large = Assert.Single(await schemas.ReadAsync(_project.Folder, [set])).Problem;
        Write(70);
        var small = Assert.Single(await schemas.ReadAsync(_project.Folder, [set])).Problem;

        Assert.NotNull(small);
        Assert.Equal((small.Code, small.Message.Words), (large!.Code, large.Message.Words));
    }

    private void Write(int rows) => File.WriteAllText(
        Path.Combine(_project.Folder, "large.csv"), "amount,kind,note\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 977}.5,{"abc"[i % 3]},some words {i % 41} of it\n")));
}
