using System.Diagnostics;
using System.IO.Compression;
using Builder.Datasets;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Pictures;
using Builder.Web.Runners;
using Builder.Web.Tests.Evaluate;
using Builder.Web.Tests.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Pictures;

public sealed class PictureClientTests : IAsyncLifetime
{
    private static readonly PicturesSource Zip = new() { Path = "pictures.zip" };

    private readonly TemporaryProject _project = new();
    private readonly PictureClient _pictures = new(new RunnerOptions { Program = RunsServer.Runner }, TimeProvider.System, NullLogger<PictureClient>.Instance);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _pictures.DisposeAsync();
        _project.Dispose();
    }

    [Fact]
    public async Task A_picture_of_a_row_comes_back_small_from_a_process_that_never_loads_libtorch()
    {
        Pack(("a/1.png", Png(300, 150)), ("b/2.png", Png(20, 40)));
        using var large = Size(await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 0, 96, Ct));
        Assert.Equal(new PictureSize(1, 48, 96), large.Size);
        using var small = Size(await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 1, 96, Ct));
        Assert.Equal(new PictureSize(1, 40, 20), small.Size);
        Assert.Null(await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 2, 96, Ct));

        var maps = await File.ReadAllTextAsync($"/proc/{_pictures.ProcessId}/maps", Ct);
        Assert.DoesNotContain("torch_cpu", maps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_process_stays_warm_and_is_started_again_where_it_was_ended()
    {
        Pack(("a/1.png", Png(30, 30)));
        await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 0, 96, Ct);
        var first = _pictures.ProcessId!.Value;
        await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 0, 96, Ct);
        Assert.Equal(first, _pictures.ProcessId);

        Process.GetProcessById(first).Kill();
        Assert.NotNull(await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 0, 96, Ct));
        Assert.NotEqual(first, _pictures.ProcessId);
    }

    [Fact]
    public async Task Files_that_were_exchanged_are_opened_anew()
    {
        Pack(("a/1.png", Png(30, 30)));
        using var before = Size(await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 0, 96, Ct));
        Pack(("a/1.png", Png(10, 10)));
        using var after = Size(await _pictures.ThumbnailAsync(_project.Folder, Zip, "2", 0, 96, Ct));

        Assert.Equal((30, 10), (before.Size.Width, after.Size.Width));
    }

    [Fact]
    public async Task Many_large_pictures_at_once_take_a_bounded_amount_of_memory_and_none_of_the_server_s()
    {
        // White, so that a few kilobytes of zip unpack to 40 million pixels each.
        var large = White(8_000, 5_000);
        Pack([.. Enumerable.Range(0, 6).Select(i => ($"a/{i}.png", large))]);
        var before = Environment.WorkingSet;
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => _pictures.ThumbnailAsync(_project.Folder, Zip, "1", i % 6, 96, Ct)));

        Assert.All(made, Assert.NotNull);
        using var child = Process.GetProcessById(_pictures.ProcessId!.Value);
        Assert.InRange(Peak(child.Id), 0, 2_000_000_000);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200_000_000);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_or_none_is_refused_in_words_and_costs_no_other()
    {
        Pack(("a/1.png", White(10_001, 5_000)), ("a/2.png", "no picture"u8.ToArray()), ("a/3.png", Png(30, 30)));
        var tooLarge = await Assert.ThrowsAsync<DataException>(() => _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 0, 96, Ct));
        var none = await Assert.ThrowsAsync<DataException>(() => _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 1, 96, Ct));

        Assert.Equal(("picture-too-large", "picture-text"), (tooLarge.Code, none.Code));
        Assert.Contains("50 million pixels", tooLarge.Words.En, StringComparison.Ordinal);
        Assert.Contains("5000 万像素", tooLarge.Words.Zh, StringComparison.Ordinal);
        Assert.NotNull(await _pictures.ThumbnailAsync(_project.Folder, Zip, "1", 2, 96, Ct));
    }

    [Fact]
    public async Task A_given_picture_is_opened_from_end_to_end()
    {
        var file = Path.Combine(_project.Folder, "given");
        await File.WriteAllBytesAsync(file, Png(30, 30), Ct);
        await _pictures.CheckAsync(file, "flower.png", Ct);

        await File.WriteAllBytesAsync(file, Png(30, 30)[..^30], Ct);
        var cut = await Assert.ThrowsAsync<DataException>(() => _pictures.CheckAsync(file, "flower.png", Ct));
        Assert.Contains("flower.png", cut.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_pictures_have_in_common_is_looked_at_and_a_drawing_brought_into_their_form()
    {
        var file = Path.Combine(_project.Folder, "1.png");
        await File.WriteAllBytesAsync(file, Png(28, 28), Ct);
        Assert.Equal(new PictureHint(28, 28, IsGrey: true, IsLightOnDark: false), await _pictures.LookAsync([file], Ct) is { Seen.Count: 1 } seen ? seen with { Seen = null } : null);
        Assert.Null(await _pictures.LookAsync([], Ct));

        using var drawn = Size(await _pictures.PrepareAsync(file, new(14, 14, true, true), Ct));
        Assert.Equal((14, 14), (drawn.Size.Width, drawn.Size.Height));
    }

    [Fact]
    public async Task A_data_set_is_prepared_elsewhere_and_its_schema_comes_back()
    {
        Pack([.. Enumerable.Range(0, 20).Select(i => ($"{(i % 2 == 0 ? "cat" : "dog")}/{i}.png", Png(16, 16)))]);
        var set = new DataSet
        {
            Id = "animals", Source = Zip,
            Columns = [new() { Name = "picture", Type = ColumnType.Picture }, new() { Name = "class", Type = ColumnType.Category }],
        };
        var schema = await _pictures.SchemaAsync(_project.Folder, set, Ct);

        Assert.Equal(20, schema.TrainSamples + schema.ValidationSamples + schema.TestSamples);
        Assert.Equal(DataPreparation(set), System.Text.Json.JsonSerializer.Serialize(schema));
        Assert.Equal("data-file-missing", (await Assert.ThrowsAsync<DataException>(
            () => _pictures.SchemaAsync(_project.Folder, set with { Source = Zip with { Path = "none.zip" } }, Ct))).Code);
    }

    [Fact]
    public async Task Without_its_program_nothing_is_opened_and_the_words_say_so()
    {
        await using var none = new PictureClient(new RunnerOptions { Program = Path.Combine(_project.Folder, "none") }, TimeProvider.System, NullLogger<PictureClient>.Instance);
        Assert.Equal("pictures-no-runner", (await Assert.ThrowsAsync<DataException>(() => none.CheckAsync("a", "a", Ct))).Code);
    }

    [Fact]
    public async Task A_program_that_ends_over_a_whole_data_set_is_told_of_in_words()
    {
        await using var ending = new PictureClient(new RunnerOptions { Program = "/bin/false" }, TimeProvider.System, NullLogger<PictureClient>.Instance);

        Assert.Equal("pictures-stopped", (await Assert.ThrowsAsync<DataException>(() => ending.SchemaAsync(_project.Folder, new DataSet { Id = "animals", Source = Zip }, Ct))).Code);
        Assert.Equal("pictures-stopped", (await Assert.ThrowsAsync<DataException>(() => ending.CopiesAsync(_project.Folder, Zip, Ct))).Code);
    }

    private string DataPreparation(DataSet set) =>
        System.Text.Json.JsonSerializer.Serialize(Builder.Datasets.Preparation.DataPreparation.Prepare(set, _project.Folder).Schema);

    private void Pack(params (string Name, byte[] Content)[] files)
    {
        var path = Path.Combine(_project.Folder, Zip.Path);
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
    }

    // A dark square on white ground.
    private static byte[] Png(int width, int height)
    {
        var pixels = new byte[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (i % width) > width / 3 && (i % width) < width / 2 && i / width > height / 3 && i / width < height / 2 ? (byte)20 : (byte)255;
        }

        return Write(pixels, width, height);
    }

    private static byte[] White(int width, int height)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        return Write(pixels, width, height);
    }

    private static byte[] Write(byte[] pixels, int width, int height)
    {
        using var png = new MemoryStream();
        PictureWriting.WritePng(pixels, new PictureSize(1, height, width), png);
        return png.ToArray();
    }

    private static Seen Size(byte[]? png)
    {
        var stream = new MemoryStream(png!, writable: false);
        return new(stream, PictureFile.ReadSize("small.png", stream));
    }

    private static long Peak(int process) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Seen(MemoryStream Stream, PictureSize Size) : IDisposable
    {
        public void Dispose() => Stream.Dispose();
    }
}
