using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Web.Pictures;
using Builder.Web.Tests.Data;

namespace Builder.Web.Tests.Pictures;

/// <summary>Pictures that cannot be read are found after an upload, all of them and without anyone having asked.</summary>
public sealed class PictureChecksTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string s_intake = Path.Combine(Repository.Root, "tests", "golden", "intake");

    private DataServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await DataServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("R28-damaged/all-six.zip")]
    [InlineData("R28-damaged/cut-bodies.zip")]
    public async Task All_of_them_are_found_each_with_its_reason(string file)
    {
        var findings = await FoundAsync(await File.ReadAllBytesAsync(Path.Combine(s_intake, file), Ct));
        using var zip = ZipFile.OpenRead(Path.Combine(s_intake, file));
        var expected = zip.Entries.Where(e => !Decodes(e)).Select(e => e.FullName).Order(StringComparer.Ordinal);

        Assert.Equal(600, findings.Looked);
        Assert.Equal(expected, findings.Unreadable.Select(u => u.File));
        Assert.All(findings.Unreadable, u => Assert.NotEmpty(u.Why.Zh));
    }

    [Fact]
    public async Task What_was_found_is_kept_for_a_later_server_and_is_not_looked_for_again()
    {
        var findings = await FoundAsync(Zip(("cat/1.png", Png(30)), ("cat/2.png", Png(30)[..^20]), ("dog/3.png", []), ("dog/4.png", Png(30))));
        var later = new PictureChecks();
        var source = (PicturesSource)(await _server.Sessions.OpenAsync(_server.ProjectId, Ct)).Document.Data["set"].Source;

        var known = later.Of(_server.ProjectFolder, source, await FingerprintAsync());
        Assert.Equal(["cat/2.png", "dog/3.png"], known!.Unreadable.Select(u => u.File));
        Assert.Equal(findings.Unreadable.Select(u => (u.File, u.Class, u.Reason)), known.Unreadable.Select(u => (u.File, u.Class, u.Reason)));
        Assert.False(later.IsToBeOrdered(_server.ProjectFolder, source, await FingerprintAsync()));
    }

    [Fact]
    public async Task The_list_can_be_taken_along_in_the_reader_s_language()
    {
        await FoundAsync(Zip(("cat/1.png", Png(30)), ("猫/2.png", Png(30)[..^20]), ("dog/4.png", Png(30))));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/{_server.ProjectId}/unreadable?set=set");
        request.Headers.Add("Accept-Language", "zh-CN");
        using var answer = await _server.Client.SendAsync(request, Ct);
        var list = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("\uFEFF文件,原因\r\n猫/2.png,", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Client.GetAsync($"/api/projects/{_server.ProjectId}/unreadable?set=none", Ct)).StatusCode);
    }

    [Fact]
    public async Task Damaged_pictures_among_others_are_taken_in_and_only_damaged_ones_are_refused_in_words()
    {
        using var some = await _server.UploadAsync("set.zip", Zip(("cat/1.png", []), ("cat/2.png", Png(30)), ("dog/3.png", "<html>"u8.ToArray())));
        Assert.Equal(HttpStatusCode.Created, some.StatusCode);

        using var none = await _server.UploadAsync("none.zip", Zip(("cat/1.heic", "\0\0\0\u0018ftypheic"u8.ToArray()), ("dog/2.heic", "\0\0\0\u0018ftypheic"u8.ToArray())));
        var message = (await none.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetRawText();
        Assert.False(none.IsSuccessStatusCode);
        Assert.Contains("None of the 2 pictures", message, StringComparison.Ordinal);
        Assert.Contains("HEIC", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_beside_pictures_are_used_from_the_start()
    {
        using var uploaded = await _server.UploadAsync("set.zip", await File.ReadAllBytesAsync(Path.Combine(s_intake, "R31-paths-labels", "labels.zip"), Ct));
        var set = (await _server.Sessions.OpenAsync(_server.ProjectId, Ct)).Document.Data["set"];

        Assert.Equal(("labels.csv", "file"), (((PicturesSource)set.Source).Labels!.Table.Path, ((PicturesSource)set.Source).Labels!.Names));
        Assert.Contains(set.Columns, c => c is { Name: "label", Type: ColumnType.Category });
    }

    [Fact]
    public async Task Without_the_program_that_opens_pictures_nothing_is_known_and_nothing_fails()
    {
        await using var server = await DataServer.StartAsync(runner: "/no/such/program");
        using var uploaded = await server.UploadAsync("set.zip", Zip(("cat/1.png", Png(30)), ("dog/2.png", Png(30)[..^20])));

        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        var source = (await server.Sessions.OpenAsync(server.ProjectId, Ct)).Document.Data["set"].Source;
        Assert.False(await server.Get<PictureChecker>().StepAsync(
            server.ProjectFolder, source, (await server.Get<Web.Data.DataInspections>().OfAsync(server.ProjectFolder, source, null, Ct)).Table, keep => keep(), Ct));
    }

    private async Task<PictureFindings> FoundAsync(byte[] zip)
    {
        using var uploaded = await _server.UploadAsync("set.zip", zip);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        var (fingerprint, source) = (await FingerprintAsync(), (await _server.Sessions.OpenAsync(_server.ProjectId, Ct)).Document.Data["set"].Source);
        using var limit = new CancellationTokenSource(Patience);
        PictureFindings? findings;
        while ((findings = _server.Get<PictureChecks>().Of(_server.ProjectFolder, source, fingerprint)) is not { IsComplete: true })
        {
            await Task.Delay(5, limit.Token);
        }

        return findings;
    }

    private async Task<string> FingerprintAsync()
    {
        var source = (await _server.Sessions.OpenAsync(_server.ProjectId, Ct)).Document.Data["set"].Source;
        return (await _server.Get<Web.Data.DataInspections>().OfAsync(_server.ProjectFolder, source, null, Ct)).Table.Fingerprint;
    }

    private static bool Decodes(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        return Record.Exception(() => PictureFile.Decode(entry.FullName, content.ToArray())) is null;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Png(int side)
    {
        using var png = new MemoryStream();
        PictureWriting.WritePng(new byte[side * side], new PictureSize(1, side, side), png);
        return png.ToArray();
    }
}
