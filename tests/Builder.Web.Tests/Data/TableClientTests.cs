using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Data.Upload;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Tests.Evaluate;
using Builder.Web.Tests.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Data;

/// <summary>Uploaded tables are read by a process of their own: it alone ends over them.</summary>
public sealed class TableClientTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_large_table_is_read_once_and_its_columns_are_there_for_the_server()
    {
        var file = Write("large.csv", "n,word\n" + string.Concat(Enumerable.Range(0, 150_000).Select(i => $"{i}.25,some words {i % 7}\n")));
        var source = Assert.IsType<TableSource>(await Client().ReadAsync(_project.Folder, new TableSource { Path = "large.csv" }, Ct));

        Assert.Equal((",", true, "utf-8"), (source.Delimiter, source.Header, source.Encoding));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_project.Folder, ".readings")));
        var inspection = SourceInspection.Of(source, _project.Folder, Ct);
        Assert.Equal(Enumerable.Range(0, 150_000).Select(i => i + 0.25), inspection.Table.Get<NumberColumn>("n").Values);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_file_that_needs_too_much_memory_ends_its_process_only()
    {
        var lines = string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{{\"a\":\"words that come again and again {i}\",\"b\":{i}}}\n"));
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(lines));
        }

        await File.WriteAllBytesAsync(Path.Combine(_project.Folder, "bomb.jsonl.gz"), packed.ToArray(), Ct);
        var client = new TableClient(new RunnerOptions { Program = RunsServer.Runner }, NullLogger<TableClient>.Instance) { Least = 16 << 20 };
        var refused = await Assert.ThrowsAsync<DataException>(() => client.ReadAsync(_project.Folder, new TableSource { Path = "bomb.jsonl.gz" }, Ct));

        Assert.Contains(refused.Code, (string[])["table-memory", "table-reader-stopped", "data-too-large"]);
        Write("list.json", """[{"a":1},{"a":2}]""");
        Assert.NotNull(await Client().ReadAsync(_project.Folder, new TableSource { Path = "list.json" }, Ct));
    }

    [Fact]
    public async Task What_is_wrong_with_a_table_is_told_as_everywhere()
    {
        Write("broken.json", """[{"a":1},{"a":]""");
        Assert.Equal("sheet-json", (await Assert.ThrowsAsync<DataException>(() => Client().ReadAsync(_project.Folder, new TableSource { Path = "broken.json" }, Ct))).Code);
    }

    [Fact]
    public async Task A_small_text_needs_no_process_and_without_a_program_the_server_reads_itself()
    {
        Write("small.csv", "a\n1\n");
        Assert.Null(await Client().ReadAsync(_project.Folder, new TableSource { Path = "small.csv" }, Ct));

        Write("list.json", """[{"a":1},{"a":2}]""");
        var without = new TableClient(new RunnerOptions { Program = Path.Combine(_project.Folder, "nothing") }, NullLogger<TableClient>.Instance);
        Assert.Null(await without.ReadAsync(_project.Folder, new TableSource { Path = "list.json" }, Ct));
    }

    [Fact]
    public async Task What_nobody_foresaw_over_a_table_is_not_told_as_if_it_were_a_picture()
    {
        await using var reader = new PictureProcess(RunsServer.Runner, null, null);
        var refused = await Assert.ThrowsAsync<DataException>(() => reader.AskAsync(
            id => new RunnerCommand.ReadTable(id, _project.Folder, JsonElement.Parse("""{"kind":"witchcraft"}""")), TimeSpan.FromMinutes(1), Ct));

        Assert.Equal("table-unreadable", refused.Code);
    }

    private static TableClient Client() => new(new RunnerOptions { Program = RunsServer.Runner }, NullLogger<TableClient>.Instance);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_project.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
