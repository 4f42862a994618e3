using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Builder.Datasets.Pictures;
using Builder.Graph.Documents;
using Builder.Storage.Exchange;
using Builder.Web.Data.Pictures;
using Builder.Web.Pictures;

namespace Builder.Web.Tests.Data.Pictures;

public sealed partial class ThumbnailMakerTests : IAsyncLifetime
{
    private const int Many = 900;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DataServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await DataServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task After_an_upload_small_pictures_lie_there_without_anyone_having_looked()
    {
        await UploadAsync("animals.zip", Zip(("cat/1.png", Png(300, 150)), ("dog/2.png", Png(20, 40))));
        await MadeAsync(2);

        Assert.Equal(["0-96.png", "1-96.png"], Made().Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // They are the ones that people get to see.
        File.WriteAllBytes(Made().Single(f => Path.GetFileName(f) == "1-96.png"), [1, 2, 3]);
        Assert.Equal([1, 2, 3], await _server.Client.GetByteArrayAsync($"/api/projects/{_server.ProjectId}/pictures/1?set=animals", Ct));
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task A_damaged_picture_does_not_stop_the_others_and_none_is_named_in_the_log()
    {
        await UploadAsync("zaphodia.zip", Zip(("cat/zaphodia.png", Png(30, 30)[..^20]), ("cat/2.png", Png(30, 30)), ("cat/3.png", Png(30, 30)[..^20]), ("dog/4.png", Png(30, 30))));
        await LoggedAsync("2 small pictures");

        Assert.Equal(["0-96.png", "3-96.png"], Made().Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("2 pictures could not be read", _server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("zaphodia", _server.Log, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task Of_many_pictures_as_many_are_made_as_the_budget_allows_in_turn_from_each_class()
    {
        await using var small = await DataServer.StartAsync(budget: new(Pictures: 5, Bytes: 1 << 20));
        _ = await UploadAsync("animals.zip", Zip([.. Enumerable.Range(0, 40).Select(i => ($"{"abcd"[i / 10]}/{i}.png", Png(30, 30)))]), small);
        await LoggedAsync("5 small pictures", small);
        Assert.Equal([0, 1, 10, 20, 30], Made(small).Select(Row).Order());

        // Whoever looks at another gets it all the same.
        Assert.NotEmpty(await small.Client.GetByteArrayAsync($"/api/projects/{small.ProjectId}/pictures/39?set=animals", Ct));
        Assert.Equal(6, Made(small).Count);
    }

    [Fact]
    public async Task What_they_take_on_the_disk_stays_below_the_budget()
    {
        const int bytes = 20_000;
        await using var small = await DataServer.StartAsync(budget: new(Pictures: 1_000, bytes));
        var random = new Random(7);
        await UploadAsync("noise.zip", Zip([.. Enumerable.Range(0, 30).Select(i => ($"a/{i}.png", Png(96, 96, () => (byte)random.Next(256))))]), small);
        await LoggedAsync("small pictures", small);

        var taken = Made(small).Sum(f => new FileInfo(f).Length);
        Assert.InRange(taken, bytes / 4, bytes);
    }

    [Fact]
    public async Task Large_pictures_are_made_one_after_the_other_in_the_process_that_has_a_budget_for_them()
    {
        // White, so that a few kilobytes of zip unpack to 40 million pixels each.
        var large = Png(8_000, 5_000, () => 255);
        var before = Environment.WorkingSet;
        await UploadAsync("large.zip", Zip([.. Enumerable.Range(0, 3).Select(i => ($"a/{i}.png", large))]));
        await MadeAsync(3);

        var peak = File.ReadLines($"/proc/{_server.Get<PictureClient>().ProcessId}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        Assert.InRange(1024 * long.Parse(Digits().Match(peak).Value, System.Globalization.CultureInfo.InvariantCulture), 0, 2_000_000_000);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200_000_000);
    }

    [Fact]
    public async Task A_project_that_is_deleted_meanwhile_leaves_nothing_behind_and_no_fault_in_the_log()
    {
        await UploadAsync("animals.zip", Zip(Pictures()));
        await MadeAsync(1);
        var folder = _server.ProjectFolder;
        await _server.Projects.DeleteAsync(_server.ProjectId, Ct);
        await _server.Projects.RemoveDeletedAsync(Ct);
        Assert.False(Directory.Exists(folder));

        // One after the other: when the next is done, the first is over.
        _server.ProjectId = (await _server.Projects.CreateAsync(ProjectDocument.Create("Next"), ct: Ct)).Id;
        await UploadAsync("animals.zip", Zip(("cat/1.png", Png(30, 30)), ("dog/2.png", Png(20, 40))));
        await LoggedAsync($"small pictures of project {_server.ProjectId}");
        Assert.False(Directory.Exists(folder));
        Assert.Single(Matches("[4101]"));
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task A_project_that_was_deleted_before_its_turn_is_passed_over()
    {
        await _server.Projects.DeleteAsync(_server.ProjectId, Ct);
        _server.Get<ThumbnailQueue>().Add(_server.ProjectId);
        _server.Get<ThumbnailQueue>().Add("bcdfghjkmnpq");
        _server.ProjectId = (await _server.Projects.CreateAsync(ProjectDocument.Create("Next"), ct: Ct)).Id;
        await UploadAsync("animals.zip", Zip(("cat/1.png", Png(30, 30))));
        await LoggedAsync($"1 small pictures of project {_server.ProjectId}");

        Assert.Single(Matches("[4101]"));
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task A_data_set_that_is_taken_out_meanwhile_is_left_alone()
    {
        await UploadAsync("animals.zip", Zip(Pictures()));
        await MadeAsync(1);
        await (await _server.Sessions.OpenAsync(_server.ProjectId, Ct)).UndoAsync("undo", "tester", Ct);
        await LoggedAsync("small pictures");

        Assert.InRange(Made().Count, 1, Many - 1);
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task A_server_that_stops_waits_for_none_of_them()
    {
        var server = await DataServer.StartAsync();
        await UploadAsync("animals.zip", Zip(Pictures()), server);
        await UntilAsync(() => Made(server).Count > 0);
        await server.DisposeAsync();

        Assert.False(Directory.Exists(server.Home));
        Assert.DoesNotContain("[4101]", server.Log, StringComparison.Ordinal);
        Assert.Empty(Faults(server));
    }

    [Fact]
    public async Task A_project_that_comes_in_as_a_file_gets_its_small_pictures_as_well()
    {
        await UploadAsync("animals.zip", Zip(("cat/1.png", Png(300, 150)), ("dog/2.png", Png(20, 40))));
        await MadeAsync(2);
        var packed = Path.Combine(_server.Home, "packed.zip");
        await using (var file = File.Create(packed))
        {
            await _server.Get<ProjectExport>().WriteAsync(_server.ProjectId, file, withRuns: false, Ct);
        }

        using (var zip = ZipFile.OpenRead(packed))
        {
            Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("thumbnails", StringComparison.Ordinal));
        }

        _server.ProjectId = (await _server.Get<ProjectImport>().ReadAsync(packed, Ct)).Id;
        await MadeAsync(2);
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task Without_the_program_that_opens_pictures_an_upload_succeeds_and_it_is_not_tried_for_each()
    {
        await using var server = await DataServer.StartAsync(runner: "/no/such/program");
        await UploadAsync("animals.zip", Zip(Pictures()), server);
        await LoggedAsync("; 3 pictures could not be read", server);

        Assert.Empty(Made(server));
        Assert.Empty(Faults(server));
    }

    private async Task<string> UploadAsync(string name, byte[] zip, DataServer? server = null)
    {
        using var uploaded = await (server ?? _server).UploadAsync(name, zip);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        return await uploaded.Content.ReadAsStringAsync(Ct);
    }

    private List<string> Made(DataServer? server = null)
    {
        var folder = Path.Combine((server ?? _server).ProjectFolder, ".thumbnails");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories)] : [];
    }

    private static int Row(string file) => int.Parse(Digits().Match(Path.GetFileName(file)).Value, System.Globalization.CultureInfo.InvariantCulture);

    private Task MadeAsync(int count) => UntilAsync(() => Made().Count >= count);

    private Task LoggedAsync(string words, DataServer? server = null) => UntilAsync(() => (server ?? _server).Log.Contains(words, StringComparison.Ordinal));

    private IEnumerable<string> Matches(string words) => _server.Log.Split('\n').Where(line => line.Contains(words, StringComparison.Ordinal));

    private IEnumerable<string> Faults(DataServer? server = null) => (server ?? _server).Log.Split('\n').Where(line => Fault().IsMatch(line));

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!reached())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private static (string, byte[])[] Pictures()
    {
        var png = Png(300, 300);
        return [.. Enumerable.Range(0, Many).Select(i => ($"{(i % 2 == 0 ? "cat" : "dog")}/{i}.png", png))];
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Png(int width, int height, Func<byte>? pixel = null)
    {
        var pixels = new byte[width * height];
        for (var i = 0; pixel is not null && i < pixels.Length; i++)
        {
            pixels[i] = pixel();
        }

        using var png = new MemoryStream();
        PictureWriting.WritePng(pixels, new PictureSize(1, height, width), png);
        return png.ToArray();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@" (?:warn |error|fatal) |\[8101\]")]
    private static partial Regex Fault();
}
