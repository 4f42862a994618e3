using System.IO.Compression;
using System.Net;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Web.Pictures;
using Builder.Web.Tests.Data;

namespace Builder.Web.Tests.Pictures;

public sealed class PictureThumbnailsTests : IAsyncLifetime
{
    private DataServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Here somebody is always the first to look.
    public async ValueTask InitializeAsync() => _server = await DataServer.StartAsync(budget: new(Pictures: 0, Bytes: 0));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_thumbnail_is_made_once_kept_in_the_project_and_not_sent_again()
    {
        using var uploaded = await _server.UploadAsync("animals.zip", Zip(30));
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        using var first = await _server.Client.GetAsync(Address, Ct);
        Assert.Equal("image/png", first.Content.Headers.ContentType?.MediaType);
        var kept = Directory.EnumerateFiles(Path.Combine(_server.ProjectFolder, ".thumbnails"), "*.png", SearchOption.AllDirectories).Single();

        // What lies there is given, without anybody being asked for it again.
        await File.WriteAllBytesAsync(kept, [1, 2, 3], Ct);
        Assert.Equal([1, 2, 3], await _server.Client.GetByteArrayAsync(Address, Ct));
        using var again = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var unchanged = await _server.Client.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_thumbnail_that_went_is_made_again_but_not_the_folder_of_a_project_that_went()
    {
        using var uploaded = await _server.UploadAsync("animals.zip", Zip(30));
        var first = await _server.Client.GetByteArrayAsync(Address, Ct);
        TemporaryFolders.Delete(Path.Combine(_server.ProjectFolder, ".thumbnails"));
        Assert.Equal(first, await _server.Client.GetByteArrayAsync(Address, Ct));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_server.ProjectFolder, ".thumbnails"), "*.png", SearchOption.AllDirectories));

        var place = new ThumbnailPlace(Path.Combine(_server.Home, "projects", "gone"), new PicturesSource { Path = "animals.zip" }, "fingerprint", 0);
        Assert.False(place.Keep(first));
        Assert.False(Directory.Exists(place.Project));
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_refused_at_the_upload_in_words()
    {
        using var answer = await _server.UploadAsync("animals.zip", Zip(10_001, height: 5_000));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("50 million pixels", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Empty(_server.Stored());
    }

    [Fact]
    public async Task A_picture_whose_pixels_are_damaged_is_told_in_words()
    {
        using var uploaded = await _server.UploadAsync("animals.zip", Zip(30, png => [.. png[..^20]]));
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        using var answer = await _server.Client.GetAsync(Address, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("1.png", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private string Address => $"/api/projects/{_server.ProjectId}/pictures/0?set=animals";

    private static byte[] Zip(int width, Func<byte[], byte[]>? damage = null, int height = 30)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "cat/1.png", "dog/2.png" })
            {
                using var png = new MemoryStream();
                PictureWriting.WritePng(new byte[width * height], new PictureSize(1, height, width), png);
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(damage?.Invoke(png.ToArray()) ?? png.ToArray());
            }
        }

        return file.ToArray();
    }
}
