using System.IO.Compression;
using System.Text;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Protocol;
using Builder.Storage.Exchange;
using Builder.Storage.Projects;
using Builder.Storage.Runs;

namespace Builder.Storage.Tests.Exchange;

public sealed class ProjectExchangeTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    private ProjectImport Import => new(_storage.Projects, _storage.Clock);

    private string PackedFile => Path.Combine(_storage.Folder.Uploads, "project.zip");

    [Fact]
    public async Task A_project_comes_back_from_its_file_with_data_history_versions_and_runs()
    {
        var (id, run) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: true);
        var copy = await Import.ReadAsync(PackedFile);

        Assert.NotEqual(id, copy.Id);
        var loaded = await _storage.Log.LoadAsync(copy.Id);
        Assert.Equal(("c", 3L), (loaded.Document.Name, loaded.Revision));
        var history = EditHistory.Replay(loaded.Document, loaded.Revision, loaded.Recent.Select(e => e.Entry));
        Assert.Equal("x", history.Undo().Document!.Name);
        Assert.Equal("a", (await _storage.Log.DocumentAsync(copy.Id, 0)).Name);
        Assert.Equal("rows", await File.ReadAllTextAsync(Path.Combine(_storage.Folder.ProjectFolder(copy.Id), "data", "花.csv")));
        Assert.Equal("Before", (await new VersionStore(_storage.Database, _storage.Clock).ListAsync(copy.Id)).Single().Name);

        var run2 = (await _storage.Runs.ListAsync(copy.Id)).Single();
        Assert.Equal((run.Name, RunState.Finished), (run2.Name, run2.State));
        Assert.NotEqual(run.Id, run2.Id);
        Assert.Equal("weights", await File.ReadAllTextAsync(Path.Combine(_storage.Folder.RunFolder(copy.Id, run2.Id), "model.safetensors")));
    }

    [Fact]
    public async Task Without_runs_the_file_holds_none()
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: false);
        var copy = await Import.ReadAsync(PackedFile);
        Assert.Empty(await _storage.Runs.ListAsync(copy.Id));
        Assert.False(Directory.Exists(_storage.Folder.RunsFolder(copy.Id)));
    }

    [Fact]
    public async Task A_plain_project_file_is_a_project_without_data()
    {
        await File.WriteAllTextAsync(PackedFile, """{ "format": 1, "name": "plain" }""");
        Assert.Equal("plain", (await Import.ReadAsync(PackedFile)).Name);
    }

    [Fact]
    public async Task A_history_that_does_not_lead_to_the_document_is_left_out()
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: false);
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update))
        {
            zip.GetEntry("project.json")!.Delete();
            Add(zip, "project.json", """{ "format": 1, "name": "changed by hand" }""");
        }

        var copy = await _storage.Log.LoadAsync((await Import.ReadAsync(PackedFile)).Id);
        Assert.Equal(("changed by hand", 0L, 0), (copy.Document.Name, copy.Revision, copy.Recent.Count));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/outside")]
    [InlineData("a/../../b")]
    [InlineData("a\\..\\b")]
    [InlineData("C:/windows")]
    [InlineData("a//b")]
    public async Task A_file_that_leads_out_of_the_folder_is_refused_and_leaves_nothing(string name) => await RefusedAsync(zip => Add(zip, name, "x"));

    [Fact]
    public async Task A_link_is_refused() => await RefusedAsync(zip => Add(zip, "link", "/etc/passwd", attributes: unchecked((int)0xA1FF0000)));

    [Fact]
    public async Task A_bomb_is_refused() => await RefusedAsync(zip => Add(zip, "data.csv", new string('0', 50_000_000)));

    [Fact]
    public async Task A_damaged_project_in_it_is_refused_with_the_words_of_its_reader() => await RefusedAsync(_ => { }, """{ "format": 1 }""");

    [Theory]
    [InlineData("not a zip at all")]
    [InlineData("PK\u0003\u0004 but broken")]
    [InlineData("{ nonsense")]
    [InlineData("")]
    public async Task Something_else_is_refused(string content)
    {
        await File.WriteAllTextAsync(PackedFile, content);
        Assert.Equal("NotAProjectFile", (await Assert.ThrowsAsync<StorageException>(() => Import.ReadAsync(PackedFile))).Code);
    }

    [Fact]
    public async Task What_holds_no_project_is_refused_with_words_that_name_the_menu_and_no_file_of_the_inside()
    {
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "notes.txt", "hello");
        }

        var words = (await Assert.ThrowsAsync<StorageException>(() => Import.ReadAsync(PackedFile))).Text;
        Assert.Contains("“Export as a file”", words.En, StringComparison.Ordinal);
        Assert.Contains("“导出为文件”", words.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("project.json", words.En + words.Zh, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(Action<ZipArchive> add, string document = """{ "format": 1, "name": "x" }""")
    {
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "project.json", document);
            add(zip);
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => Import.ReadAsync(PackedFile));
        Assert.Equal("NotAProjectFile", refused.Code);
        Assert.Empty(await _storage.Projects.ListAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Projects));
    }

    private async Task<(string Id, RunSummary Run)> FilledProjectAsync()
    {
        var document = ProjectDocument.Create("a");
        var project = await _storage.Projects.CreateAsync(document, "iris", async (folder, ct) =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "data"));
            await File.WriteAllTextAsync(Path.Combine(folder, "data", "花.csv"), "rows", ct);
        });
        var history = await _storage.RenameAsync(project.Id, new EditHistory(document), "b", "x");
        await _storage.EditAsync(project.Id, history, h => h.Apply(new RenameProject("c")));
        await new VersionStore(_storage.Database, _storage.Clock).NameAsync(project.Id, 1, "Before");
        var run = await _storage.Runs.CreateAsync(new(project.Id, history.Document, 3, "Wider"));
        await File.WriteAllTextAsync(Path.Combine(_storage.Folder.RunFolder(project.Id, run.Id), "model.safetensors"), "weights");
        await _storage.Runs.UpdateAsync(run.Id, new() { State = RunState.Finished });
        return (project.Id, run);
    }

    private async Task ExportAsync(string id, bool withRuns)
    {
        var export = new ProjectExport(_storage.Database, _storage.Log, new(_storage.Database, _storage.Clock), _storage.Runs);
        await using var file = File.Create(PackedFile);
        await export.WriteAsync(id, file, withRuns);
    }

    private static void Add(ZipArchive zip, string name, string content, int attributes = 0)
    {
        var entry = zip.CreateEntry(name);
        entry.ExternalAttributes = attributes;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    public void Dispose() => _storage.Dispose();
}
