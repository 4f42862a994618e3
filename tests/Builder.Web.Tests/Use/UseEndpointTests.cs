using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Builder.Web.Runs;
using Builder.Web.Use.Files;

namespace Builder.Web.Tests.Use;

[Collection(TrainedModelsCollection.Name)]
public sealed class UseEndpointTests(TrainedModels trained)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Upload => $"/api/projects/{trained.Iris.ProjectId}/use/files";

    [Fact]
    public async Task The_model_can_be_taken_away_as_a_zip_of_data_files()
    {
        using var browser = await trained.BrowserAsync();
        await using var content = await browser.GetStreamAsync($"/api/projects/{trained.Iris.ProjectId}/runs/{trained.Iris.Run.Id}/model.zip", Ct);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, Ct);
        using var zip = new ZipArchive(whole);
        Assert.Equal(["bundle.json", "project.json", "transforms.json", "weights.safetensors"], zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task The_file_of_a_model_is_called_after_its_project_and_its_run()
    {
        using var browser = await trained.BrowserAsync();
        using var answer = await browser.GetAsync($"/api/projects/{trained.Iris.ProjectId}/runs/{trained.Iris.Run.Id}/model.zip", HttpCompletionOption.ResponseHeadersRead, Ct);
        var project = (await trained.Get<Builder.Storage.Projects.ProjectStore>().FindAsync(trained.Iris.ProjectId, Ct))!;
        Assert.Equal($"{project.Name} - Run 1.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("..")]
    [InlineData("%2e%2e%2f%2e%2e")]
    public async Task A_run_that_is_none_has_no_model(string run)
    {
        using var browser = await trained.BrowserAsync();
        using var answer = await browser.GetAsync($"/api/projects/{trained.Iris.ProjectId}/runs/{run}/model.zip", Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pictures_of_test_cases_can_be_seen()
    {
        using var browser = await trained.BrowserAsync();
        using var answer = await browser.GetAsync(RunFilesEndpoint.AddressOf(trained.Digits.Run.Id, trained.Digits.Examples[0].Picture!), Ct);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_comes_back_only_to_its_own_project()
    {
        using var browser = await trained.BrowserAsync();
        using var sent = await browser.PostAsync(Upload + "?kind=table&name=a.csv", new StringContent("a,b\n1,2\n"), Ct);
        var id = (await sent.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        Assert.Equal("a,b\n1,2\n", await browser.GetStringAsync($"{Upload}/{id}", Ct));
        using var other = await browser.GetAsync($"/api/projects/{trained.Digits.ProjectId}/use/files/{id}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_project_that_is_not_there_takes_no_file()
    {
        using var browser = await trained.BrowserAsync();
        using var answer = await browser.PostAsync("/api/projects/bcdfghjkmnpq/use/files?kind=table&name=a.csv", new StringContent("a\n1\n"), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_told_in_words()
    {
        var folder = trained.Get<UseFiles>().Folder;
        Directory.Move(folder, folder + "-aside");
        await File.WriteAllTextAsync(folder, "x", Ct);
        try
        {
            using var browser = await trained.BrowserAsync();
            using var answer = await browser.PostAsync(Upload + "?kind=table&name=a.csv", new StringContent("a\n1\n"), Ct);
            Assert.True((int)answer.StatusCode is 400 or 507, $"{answer.StatusCode}");
            Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString()!);
        }
        finally
        {
            File.Delete(folder);
            Directory.Move(folder + "-aside", folder);
        }
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_in_words()
    {
        using var browser = await trained.BrowserAsync();
        using var answer = await browser.PostAsync(Upload + "?kind=picture&name=a.png", new ByteArrayContent(Encoding.UTF8.GetBytes("MZ I am a program")), Ct);
        var words = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("a.png", words.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_over_the_limit_is_refused_by_its_name()
    {
        using var browser = await trained.BrowserAsync();
        using var answer = await browser.PostAsync(Upload + "?kind=picture&name=a.png", new ByteArrayContent(new byte[(20 << 20) + 1]), Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("20 MB", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_send_files()
    {
        using var browser = await trained.BrowserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload + "?kind=table&name=a.csv") { Content = new StringContent("a\n1\n") };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await browser.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
