using System.Net;
using Builder.Web.Runs;

namespace Builder.Web.Tests.Runs;

public sealed class RunFilesTests
{
    [Theory]
    [InlineData("../secret.png")]
    [InlineData("samples/../../secret.png")]
    [InlineData("/etc/passwd")]
    [InlineData("link.png")]
    [InlineData("checkpoint.safetensors")]
    [InlineData("there-is-none.png")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_but_pictures_inside_the_folder_is_given(string? name)
    {
        using var root = new TemporaryRoot();
        var folder = Directory.CreateDirectory(Path.Combine(root.Path, "run")).FullName;
        File.WriteAllText(Path.Combine(root.Path, "secret.png"), "secret");
        File.WriteAllText(Path.Combine(folder, "checkpoint.safetensors"), "weights");
        File.CreateSymbolicLink(Path.Combine(folder, "link.png"), Path.Combine(root.Path, "secret.png"));

        Assert.Null(RunFilesEndpoint.Find(folder, name));
    }

    [Fact]
    public async Task A_picture_of_a_run_is_given_as_a_picture_that_never_changes()
    {
        await using var server = await RunsServer.StartAsync();
        var project = await server.NewProjectAsync();
        var run = await server.TrainAsync(project, 1);
        await server.UntilOverAsync(run.Id);
        var folder = Directory.CreateDirectory(Path.Combine(server.Data.RunFolder(project, run.Id), "samples"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "1.png"), [1, 2, 3], TestContext.Current.CancellationToken);
        using var browser = new HttpClient { BaseAddress = server.Address };

        using var answer = await browser.GetAsync(new Uri($"/api/runs/{run.Id}/files/samples/1.png", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var outside = await browser.GetAsync(new Uri($"/api/runs/{run.Id}/files/..%2Fproject.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }
}
