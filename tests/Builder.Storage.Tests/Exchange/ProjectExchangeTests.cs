using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Builder.Files;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Exchange;
using Builder.Storage.Projects;
using Builder.Storage.Runs;

namespace Builder.Storage.Tests.Exchange;

public sealed class ProjectExchangeTests : IDisposable
{
    private static readonly Dictionary<string, double?> Scores = new() { ["accuracy"] = 0.5 };

    private static readonly DiskNames Windows = new(HoldsOnlyPortable: true, StringComparison.OrdinalIgnoreCase);
    private static readonly DiskNames Mac = new(HoldsOnlyPortable: false, StringComparison.OrdinalIgnoreCase);
    private static readonly DiskNames Linux = new(HoldsOnlyPortable: false, StringComparison.Ordinal);

    private readonly StorageFixture _storage = new();

    private ProjectImport Import => ImportOn(DiskNames.Here);

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
        Assert.Equal("what matters", await File.ReadAllTextAsync(new RunFolder(_storage.Folder.RunFolder(copy.Id, run2.Id)).Importance));
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

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("../../../builder.db")]
    public async Task A_run_whose_pictures_lie_elsewhere_is_refused_before_anything_is_written(string picture)
    {
        var (id, run) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: true);
        var evaluation = new Evaluation
        {
            Task = TaskKind.Classification, Part = "test", Samples = 1, Units = new Dictionary<string, string>(),
            Train = Scores, Validation = Scores, Test = Scores, Baseline = Scores,
            Heads =
            [
                new()
                {
                    Name = "kind", Task = TaskKind.Classification, Targets = ["kind"],
                    Examples = [new() { Row = 0, True = "a", Predicted = "a", Loss = 0, Picture = picture }],
                },
            ],
        };
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update))
        {
            Add(zip, $"runs/{run.Id}/{Evaluation.FileName}", Encoding.UTF8.GetString(evaluation.ToJson()));
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => Import.ReadAsync(PackedFile));
        Assert.Contains("leads out of the run's folder", refused.Words.En, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_storage.Folder.Projects));
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

    [Fact]
    public async Task A_file_of_an_older_version_without_digests_opens()
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: true);
        ChangeAbout(about => about.Remove("digests"));
        Assert.Equal(3, (await Import.ReadAsync(PackedFile)).Revision);
    }

    /// <summary>What was read of a table lies beside it, also in a folder of the project: in a file from elsewhere it could say anything.</summary>
    [Fact]
    public async Task What_was_kept_of_tables_neither_leaves_nor_comes_in()
    {
        var (id, _) = await FilledProjectAsync();
        Directory.CreateDirectory(Path.Combine(_storage.Folder.ProjectFolder(id), "data", ".readings"));
        await File.WriteAllTextAsync(Path.Combine(_storage.Folder.ProjectFolder(id), "data", ".readings", "kept.columns"), "columns");
        await ExportAsync(id, withRuns: false);
        ChangeAbout(about => about.Remove("digests"));
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update))
        {
            Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains(".readings", StringComparison.Ordinal));
            Add(zip, "data/.readings/forged.columns", "columns");
        }

        var copy = await Import.ReadAsync(PackedFile);

        Assert.Equal(["花.csv"], Directory.EnumerateFileSystemEntries(Path.Combine(_storage.Folder.ProjectFolder(copy.Id), "data")).Select(Path.GetFileName));
    }

    // One byte of the stored data is another: the zip itself is whole, only its checksum tells.
    [Fact]
    public async Task Data_that_were_damaged_on_the_way_are_refused_and_leave_nothing()
    {
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "project.json", """{ "format": 1, "name": "x" }""");
            using var stream = zip.CreateEntry("iris.csv", CompressionLevel.NoCompression).Open();
            stream.Write("5.1,3.5"u8);
        }

        var bytes = await File.ReadAllBytesAsync(PackedFile);
        bytes[bytes.AsSpan().IndexOf("5.1,3.5"u8)] = (byte)'9';
        await File.WriteAllBytesAsync(PackedFile, bytes);
        await IsRefusedAsync("damaged");
    }

    [Fact]
    public async Task A_file_that_is_longer_than_it_says_is_refused()
    {
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "project.json", """{ "format": 1, "name": "x" }""");
            Add(zip, "iris.csv", new string('7', 5_000));
        }

        // Both places that name the size say 100.
        var bytes = await File.ReadAllBytesAsync(PackedFile);
        ReadOnlySpan<byte> size = [0x88, 0x13, 0, 0];
        for (int at; (at = bytes.AsSpan().IndexOf(size)) >= 0;)
        {
            bytes[at] = 100;
            bytes[at + 1] = 0;
        }

        await File.WriteAllBytesAsync(PackedFile, bytes);
        await IsRefusedAsync("damaged");
    }

    [Theory]
    [InlineData("data/花.csv")]
    [InlineData(".builder/history.jsonl")]
    public async Task A_file_that_is_not_the_one_that_was_exported_is_refused(string name)
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: false);
        await _storage.Projects.DeleteAsync(id);
        await _storage.Projects.RemoveDeletedAsync();
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update))
        {
            zip.GetEntry(name)!.Delete();
            Add(zip, name, "other");
        }

        await IsRefusedAsync("damaged");
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update))
        {
            zip.GetEntry(name)!.Delete();
        }

        await IsRefusedAsync("lacks files");
    }

    [Theory]
    [InlineData("""{ "runs": [null] }""")]
    [InlineData("""{ "versions": [null] }""")]
    [InlineData("""{ "versions": [{ "id": "1", "revision": 1, "name": null, "at": "2026-01-01T00:00:00Z" }] }""")]
    [InlineData("""{ "runs": null }""")]
    [InlineData("""{ "digests": { "x": null } }""")]
    [InlineData("""{ "versions": 7 }""")]
    public async Task What_is_told_of_it_must_be_whole(string change)
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: true);
        await _storage.Projects.DeleteAsync(id);
        await _storage.Projects.RemoveDeletedAsync();
        ChangeAbout(about =>
        {
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            {
                about[name] = value?.DeepClone();
            }
        });
        await IsRefusedAsync("versions and runs");
    }

    [Fact]
    public async Task More_versions_than_a_project_may_have_are_refused()
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: false);
        await _storage.Projects.DeleteAsync(id);
        await _storage.Projects.RemoveDeletedAsync();
        ChangeAbout(about =>
        {
            var versions = about["versions"]!.AsArray();
            for (var i = 0; i < VersionStore.Most; i++)
            {
                versions.Add(versions[0]!.DeepClone());
            }
        });
        await IsRefusedAsync("1000 named versions");
    }

    [Fact]
    public async Task A_history_whose_ids_are_endless_is_left_out()
    {
        var (id, _) = await FilledProjectAsync();
        await ExportAsync(id, withRuns: false);
        ChangeAbout(about => about.Remove("digests"));
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(".builder/history.jsonl")!;
            string lines;
            using (var reader = new StreamReader(entry.Open()))
            {
                lines = await reader.ReadToEndAsync();
            }

            entry.Delete();
            Add(zip, ".builder/history.jsonl", lines.Replace("\"tester\"", $"\"{new string('t', 65)}\"", StringComparison.Ordinal));
        }

        Assert.Equal(0, (await Import.ReadAsync(PackedFile)).Revision);
    }

    [Fact]
    public async Task A_long_history_comes_in_whole_in_parts()
    {
        var (id, history) = await _storage.NewProjectAsync();
        for (var part = 0; part < 5; part++)
        {
            var edits = Enumerable.Range(0, 110).Select(n =>
            {
                Assert.True(history.Apply(new RenameProject($"{part} {n}")).Succeeded);
                return new LoggedEdit(history.Log[^1], ShortId.New(), "tester", _storage.Clock.GetUtcNow());
            }).ToList();
            await _storage.Log.AppendAsync(id, edits, history.Document);
        }

        await ExportAsync(id, withRuns: false);
        var copy = await Import.ReadAsync(PackedFile);
        Assert.Equal(("4 109", 550L), (copy.Name, copy.Revision));
        Assert.Equal(550, (await _storage.Log.EntriesAsync(copy.Id, 0, 1000)).Count);
        Assert.Equal("2 9", (await _storage.Log.DocumentAsync(copy.Id, 230)).Name);
    }

    [Fact]
    public async Task While_a_long_history_comes_in_other_people_s_edits_have_their_turn()
    {
        var (id, history) = await _storage.NewProjectAsync();
        for (var part = 0; part < 4; part++)
        {
            var edits = Enumerable.Range(0, 500).Select(n =>
            {
                Assert.True(history.Apply(new RenameProject($"{part} {n}")).Succeeded);
                return new LoggedEdit(history.Log[^1], ShortId.New(), "tester", _storage.Clock.GetUtcNow());
            }).ToList();
            await _storage.Log.AppendAsync(id, edits, history.Document);
        }

        await ExportAsync(id, withRuns: false);
        var (other, theirs) = await _storage.NewProjectAsync();
        var import = Task.Run(() => Import.ReadAsync(PackedFile));
        var saved = 0;
        while (!import.IsCompleted)
        {
            await _storage.RenameAsync(other, theirs, $"{saved++}");
        }

        Assert.Equal(2_000, (await import).Revision);
        Assert.True(saved > 5, $"{saved} edits were saved while another project came in.");
    }

    [Theory]
    [InlineData("data/x", "data", false)]
    [InlineData("Data/x", "data", true)]
    [InlineData("a/b/c", "a/b", false)]
    public async Task A_file_called_like_a_folder_is_refused_in_words(string first, string second, bool isMac) =>
        await RefusedAsync(zip =>
        {
            Add(zip, first, "x");
            Add(zip, second, "x");
        }, words: "the name of a folder", disk: isMac ? Mac : Linux);

    [Fact]
    public async Task A_file_called_like_the_folder_of_runs_is_refused_in_words() =>
        await RefusedAsync(zip => Add(zip, "runs", "x"), words: "“runs”");

    [Fact]
    public async Task A_name_that_no_disk_keeps_is_refused_in_words() =>
        await RefusedAsync(zip => Add(zip, new string('春', 86), "x"), words: "85 Chinese characters");

    [Theory]
    [InlineData("aux.csv", "“aux.csv”")]
    [InlineData("nul/1.png", "“nul”")]
    [InlineData("pictures/a:b.png", "“a:b.png”")]
    [InlineData("pictures./1.png", "“pictures.”")]
    [InlineData("a:b.csv", "“a:b.csv”")]
    public async Task On_Windows_a_name_that_it_cannot_hold_is_refused_by_its_name_and_told_where_it_opens(string name, string words)
    {
        await RefusedAsync(zip => Add(zip, name, "x"), words: words, disk: Windows);
        await IsRefusedAsync("on Linux or macOS opens it", Windows);
    }

    [Theory]
    [InlineData("aux.csv")]
    [InlineData("a:b.csv")]
    [InlineData("what is it?.csv")]
    [InlineData("nul/rows..csv.")]
    public async Task What_an_earlier_version_exported_opens_wherever_the_disk_holds_its_names(string name)
    {
        var set = new DataSet { Id = "rows", Source = new TableSource { Path = name } };
        var document = ProjectDocument.Create("a");
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "project.json", Encoding.UTF8.GetString(ProjectJson.Write(document with { Data = document.Data.Add("rows", set) })));
            Add(zip, name, "x,y");
        }

        if (DiskNames.Here.HoldsOnlyPortable)
        {
            await IsRefusedAsync(Path.GetFileName(name));
            return;
        }

        // What came in goes out and comes in again.
        await ExportAsync((await Import.ReadAsync(PackedFile)).Id, withRuns: false);
        var copy = await Import.ReadAsync(PackedFile);
        var path = ((TableSource)(await _storage.Log.LoadAsync(copy.Id)).Document.Data["rows"].Source).Path;
        Assert.Equal(name, path);
        Assert.Equal("x,y", await File.ReadAllTextAsync(Path.Combine(_storage.Folder.ProjectFolder(copy.Id), path)));
    }

    [Theory]
    [InlineData("a.png", "A.png", "“a.png” and “A.png”")]
    [InlineData("Cat/1.png", "cat/2.png", "“Cat” and “cat”")]
    public async Task Names_that_the_disk_holds_to_be_one_are_refused_by_their_names(string first, string second, string words)
    {
        void Both(ZipArchive zip)
        {
            Add(zip, first, "1");
            Add(zip, second, "2");
        }

        await RefusedAsync(Both, words: words, disk: Mac);
        await IsRefusedAsync(words, Windows);
        if (DiskNames.Here.Comparison == StringComparison.Ordinal)
        {
            var folder = _storage.Folder.ProjectFolder((await Import.ReadAsync(PackedFile)).Id);
            Assert.Equal(("1", "2"), (await File.ReadAllTextAsync(Path.Combine(folder, first)), await File.ReadAllTextAsync(Path.Combine(folder, second))));
        }
    }

    [Fact]
    public async Task Files_of_runs_that_are_not_told_of_stay_out_however_their_folder_is_spelled()
    {
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "project.json", """{ "format": 1, "name": "x" }""");
            Add(zip, "Runs/bcdfghjkmnpq/evaluation.json", "{}");
        }

        var project = await Import.ReadAsync(PackedFile);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.ProjectFolder(project.Id)));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/outside")]
    [InlineData("a/../../b")]
    [InlineData("a\\..\\b")]
    [InlineData("C:/windows")]
    [InlineData("C:\\windows")]
    [InlineData("\\\\server\\share")]
    [InlineData("a//b")]
    [InlineData("a:b/../../c")]
    [InlineData("aux.csv\n")]
    [InlineData("a\u0001b")]
    public async Task A_file_that_leads_out_of_the_folder_or_has_no_name_is_refused_on_every_system_and_leaves_nothing(string name)
    {
        await RefusedAsync(zip => Add(zip, name, "x"), disk: Linux);
        await IsRefusedAsync("", Mac);
        await IsRefusedAsync("", Windows);
    }

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

        var words = (await Assert.ThrowsAsync<StorageException>(() => Import.ReadAsync(PackedFile))).Words;
        Assert.Contains("“Export as a file”", words.En, StringComparison.Ordinal);
        Assert.Contains("“导出为文件”", words.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("project.json", words.En + words.Zh, StringComparison.Ordinal);
    }

    private ProjectImport ImportOn(DiskNames disk) => new(_storage.Projects, _storage.Clock) { Disk = disk };

    private async Task RefusedAsync(Action<ZipArchive> add, string document = """{ "format": 1, "name": "x" }""", string words = "", DiskNames? disk = null)
    {
        using (var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Create))
        {
            Add(zip, "project.json", document);
            add(zip);
        }

        await IsRefusedAsync(words, disk);
    }

    private async Task IsRefusedAsync(string words, DiskNames? disk = null)
    {
        var refused = await Assert.ThrowsAsync<StorageException>(() => ImportOn(disk ?? DiskNames.Here).ReadAsync(PackedFile));
        Assert.Equal("NotAProjectFile", refused.Code);
        Assert.Contains(words, refused.Words.En, StringComparison.Ordinal);
        Assert.Empty(await _storage.Projects.ListAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Projects));
    }

    /// <summary>Changes what the file tells of itself.</summary>
    private void ChangeAbout(Action<JsonObject> change)
    {
        using var zip = ZipFile.Open(PackedFile, ZipArchiveMode.Update);
        var entry = zip.GetEntry(".builder/about.json")!;
        JsonObject about;
        using (var stream = entry.Open())
        {
            about = JsonNode.Parse(stream)!.AsObject();
        }

        change(about);
        entry.Delete();
        Add(zip, ".builder/about.json", about.ToJsonString());
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
        await File.WriteAllTextAsync(new RunFolder(_storage.Folder.RunFolder(project.Id, run.Id)).Importance, "what matters");
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
