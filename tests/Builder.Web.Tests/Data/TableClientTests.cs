using System.IO.Compression;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Data;
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
    private static readonly string[] s_tooLarge = ["table-memory", "table-reader-stopped", "data-too-large"];

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
        await WriteBombAsync("bomb.jsonl.gz", 1 << 20);
        var client = new TableClient(new RunnerOptions { Program = RunsServer.Runner }, NullLogger<TableClient>.Instance) { Least = 16 << 20 };
        var refused = await Assert.ThrowsAsync<DataException>(() => client.ReadAsync(_project.Folder, new TableSource { Path = "bomb.jsonl.gz" }, Ct));

        Assert.Contains(refused.Code, s_tooLarge);
        Write("list.json", """[{"a":1},{"a":2}]""");
        Assert.NotNull(await Client().ReadAsync(_project.Folder, new TableSource { Path = "list.json" }, Ct));
    }

    [Fact]
    public async Task A_large_table_under_other_settings_is_read_by_a_process_and_only_then()
    {
        Write("large.csv", "n;word\n" + string.Concat(Enumerable.Range(0, 150_000).Select(i => $"{i},25;some words {i % 7}\n")));
        var client = new TableClient(new RunnerOptions { Program = CountingRunner() }, NullLogger<TableClient>.Instance);
        var read = await client.KeepAsync(_project.Folder, new TableSource { Path = "large.csv" }, Ct);
        Assert.Equal(read, await client.KeepAsync(_project.Folder, read, Ct));
        Assert.Equal(1, Started);

        var words = read with { Missing = [.. read.Missing, "some words 3"] };
        var inspections = new DataInspections(client);
        var inspection = await inspections.OfAsync(_project.Folder, words, null, Ct);
        Assert.Equal(2, Started);
        Assert.Equal(Enumerable.Range(0, 150_000).Count(i => i % 7 == 3), inspection.Profiles.Single(p => p.Name == "word").Missing);
        Assert.Same(inspection, await inspections.OfAsync(_project.Folder, words, null, Ct));
        await new DataInspections(client).OfAsync(_project.Folder, inspection.Source, null, Ct);
        Assert.Equal(2, Started);
    }

    [Fact]
    public async Task A_large_packed_table_is_unpacked_by_a_process_before_its_first_rows_are_shown()
    {
        await WriteBombAsync("packed.jsonl.gz", 3 << 20);
        var client = new TableClient(new RunnerOptions { Program = CountingRunner() }, NullLogger<TableClient>.Instance);
        var source = new TableSource { Path = "packed.jsonl.gz" };
        Assert.Equal(source, await client.UnpackAsync(_project.Folder, source, Ct));
        Assert.Equal(source, await client.UnpackAsync(_project.Folder, source, Ct));
        Assert.Equal(1, Started);
        Assert.Equal(["a", "b"], TablePreview.Of(source, _project.Folder, 3).Names);

        var small = new TableClient(new RunnerOptions { Program = RunsServer.Runner }, NullLogger<TableClient>.Instance) { Least = 16 << 20 };
        ForgetReadings();
        Assert.Contains((await Assert.ThrowsAsync<DataException>(() => small.UnpackAsync(_project.Folder, source, Ct))).Code, s_tooLarge);
        // What the process had kept before it ended could be used; a process that ended at once kept nothing.
        ForgetReadings();
        Assert.Contains((await Assert.ThrowsAsync<DataException>(() => new DataInspections(small).OfAsync(_project.Folder, source, null, Ct))).Code, s_tooLarge);
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

    private void ForgetReadings()
    {
        var folder = new DirectoryInfo(Path.Combine(_project.Folder, ".readings"));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }

    private static TableClient Client() => new(new RunnerOptions { Program = RunsServer.Runner }, NullLogger<TableClient>.Instance);

    /// <summary>The runner, and how often it was started.</summary>
    private string CountingRunner()
    {
        var script = Path.Combine(_project.Folder, "runner");
        File.WriteAllText(script, $"#!/bin/sh\necho started >> '{script}.log'\nexec '{RunsServer.Runner}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return script;
    }

    private int Started => File.ReadLines(Path.Combine(_project.Folder, "runner.log")).Count();

    /// <summary>Texts of nearly a megabyte that are packed to a thousandth, beside as many bytes that cannot be packed.</summary>
    private async Task WriteBombAsync(string name, int random)
    {
        await using var packed = new GZipStream(File.Create(Path.Combine(_project.Folder, name)), CompressionLevel.Fastest);
        await using var lines = new StreamWriter(packed);
        var bytes = new byte[60_000];
        for (var written = 0; written < random; written += bytes.Length)
        {
            Random.Shared.NextBytes(bytes);
            await lines.WriteLineAsync($"{{\"a\":\"{Convert.ToBase64String(bytes)}\",\"b\":1}}");
        }

        for (var i = 0; i < 120; i++)
        {
            await lines.WriteLineAsync($"{{\"a\":\"{i}{new string('a', 900_000)}\",\"b\":{i}}}");
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_project.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
