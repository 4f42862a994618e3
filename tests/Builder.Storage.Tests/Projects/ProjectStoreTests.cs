using Builder.Graph.Documents;
using Builder.Storage.Projects;

namespace Builder.Storage.Tests.Projects;

public sealed class ProjectStoreTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    [Fact]
    public async Task A_new_project_has_its_files_and_stands_first_in_the_list()
    {
        var older = await _storage.Projects.CreateAsync(ProjectDocument.Create("Older"));
        _storage.Clock.Move(TimeSpan.FromMinutes(1));
        var newer = await _storage.Projects.CreateAsync(ProjectDocument.Create("Newer"), "iris", WriteFlowers);

        Assert.Equal([newer, older], await _storage.Projects.ListAsync());
        Assert.Equal("rows", await File.ReadAllTextAsync(Path.Combine(_storage.Folder.ProjectFolder(newer.Id), "data", "flowers.csv"), TestContext.Current.CancellationToken));
        Assert.Equal("iris", newer.Template);
    }

    [Theory]
    [InlineData("churn", "Churn 2025")]
    [InlineData("流失", "客户流失")]
    [InlineData("  2025 ", "Churn 2025")]
    public async Task A_search_finds_part_of_a_name_in_any_case(string search, string found)
    {
        await _storage.Projects.CreateAsync(ProjectDocument.Create("Churn 2025"));
        await _storage.Projects.CreateAsync(ProjectDocument.Create("客户流失"));
        Assert.Equal([found], (await _storage.Projects.ListAsync(search)).Select(p => p.Name));
    }

    [Fact]
    public async Task A_copy_has_the_document_and_the_files_but_no_runs()
    {
        var original = await _storage.Projects.CreateAsync(ProjectDocument.Create("Flowers"), "iris", WriteFlowers);
        Directory.CreateDirectory(Path.Combine(_storage.Folder.RunsFolder(original.Id), "run"));
        var copy = await _storage.Projects.DuplicateAsync(original.Id, "Flowers 2");

        Assert.Equal("Flowers 2", (await _storage.Log.LoadAsync(copy.Id)).Document.Name);
        Assert.True(File.Exists(Path.Combine(_storage.Folder.ProjectFolder(copy.Id), "data", "flowers.csv")));
        Assert.False(Directory.Exists(_storage.Folder.RunsFolder(copy.Id)));
    }

    [Fact]
    public async Task A_fresh_name_has_the_next_free_number_behind_it()
    {
        foreach (var name in new[] { "Iris", "Iris 2", "Iris 4" })
        {
            await _storage.Projects.CreateAsync(ProjectDocument.Create(name));
        }

        Assert.Equal("Rose", await _storage.Projects.FreshNameAsync("Rose"));
        Assert.Equal("Iris 3", await _storage.Projects.FreshNameAsync("Iris"));
        var gone = await _storage.Projects.CreateAsync(ProjectDocument.Create("Rose"));
        await _storage.Projects.DeleteAsync(gone.Id);
        Assert.Equal("Rose", await _storage.Projects.FreshNameAsync("Rose"));
        var longest = new string('n', DocumentLimits.NameLength);
        await _storage.Projects.CreateAsync(ProjectDocument.Create(longest));
        Assert.Equal(longest[..^2] + " 2", await _storage.Projects.FreshNameAsync(longest));
    }

    [Fact]
    public async Task A_deleted_project_comes_back_whole()
    {
        var project = await _storage.Projects.CreateAsync(ProjectDocument.Create("Flowers"), null, WriteFlowers);
        Assert.True(await _storage.Projects.DeleteAsync(project.Id));
        Assert.Empty(await _storage.Projects.ListAsync());
        Assert.Null(await _storage.Projects.FindAsync(project.Id));

        Assert.True(await _storage.Projects.RestoreAsync(project.Id));
        Assert.Equal([project], await _storage.Projects.ListAsync());
    }

    [Fact]
    public async Task Whoever_shows_a_project_hears_that_it_was_deleted_brought_back_or_removed()
    {
        var store = _storage.Projects;
        var project = await store.CreateAsync(ProjectDocument.Create("Flowers"));
        var seen = new List<bool>();
        store.Marked += id => seen.Add(store.FindEvenDeletedAsync(id).GetAwaiter().GetResult()?.DeletedAt is { });
        await store.DeleteAsync(project.Id);
        await store.RestoreAsync(project.Id);
        await store.DeleteAsync("bcdfghjkmnpq");
        await store.DeleteAsync(project.Id);
        await store.RemoveDeletedAsync();

        Assert.Equal([true, false, true, false], seen);
        Assert.Null(await store.FindEvenDeletedAsync(project.Id));
    }

    [Fact]
    public async Task What_was_deleted_long_ago_goes_for_good_with_its_files()
    {
        var kept = await _storage.Projects.CreateAsync(ProjectDocument.Create("Kept"));
        var deleted = await _storage.Projects.CreateAsync(ProjectDocument.Create("Deleted"), null, WriteFlowers);
        await _storage.Projects.DeleteAsync(deleted.Id);
        Assert.Equal(0, await _storage.Projects.PurgeAsync());

        _storage.Clock.Move(TimeSpan.FromDays(ProjectStore.KeptDays + 1));
        Assert.Equal(1, await _storage.Projects.PurgeAsync());
        Assert.False(await _storage.Projects.RestoreAsync(deleted.Id));
        Assert.False(Directory.Exists(_storage.Folder.ProjectFolder(deleted.Id)));
        Assert.True(Directory.Exists(_storage.Folder.ProjectFolder(kept.Id)));
    }

    [Fact]
    public async Task Deleted_projects_are_listed_and_removed_for_good_when_a_person_says_so()
    {
        var kept = await _storage.Projects.CreateAsync(ProjectDocument.Create("kept"));
        var deleted = await _storage.Projects.CreateAsync(ProjectDocument.Create("deleted"), null, WriteFlowers);
        await _storage.Projects.DeleteAsync(deleted.Id);

        Assert.Equal(deleted.Id, Assert.Single(await _storage.Projects.ListDeletedAsync()).Id);
        Assert.Equal(1, await _storage.Projects.RemoveDeletedAsync());
        Assert.Empty(await _storage.Projects.ListDeletedAsync());
        Assert.False(Directory.Exists(_storage.Folder.ProjectFolder(deleted.Id)));
        Assert.Equal(kept.Id, Assert.Single(await _storage.Projects.ListAsync()).Id);
    }

    [Fact]
    public async Task What_was_being_made_when_the_server_was_killed_is_not_there_and_goes_at_the_next_start()
    {
        var filling = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (half, killed) = (_storage.Projects.CreateAsync(ProjectDocument.Create("half"), null, async (folder, ct) =>
        {
            await WriteFlowers(folder, ct);
            filling.SetResult(folder);
            await new TaskCompletionSource().Task;
        }), Path.Combine(_storage.Folder.Projects, "bcdfghjkmnpq.new"));
        Directory.CreateDirectory(killed);
        Assert.True(Directory.Exists(await filling.Task));
        Assert.Empty(await _storage.Projects.ListAsync());
        Assert.Empty(await _storage.Projects.ListDeletedAsync());
        Assert.Equal([killed], await _storage.Projects.UnknownFoldersAsync());
        Assert.Equal((0, 0), (await _storage.Projects.PurgeAsync(), await _storage.Projects.RemoveDeletedAsync()));
        Assert.True(Directory.Exists(await filling.Task));

        _storage.Restart();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Projects));
        Assert.Null(await _storage.Projects.FindEvenDeletedAsync(Path.GetFileNameWithoutExtension(await filling.Task)));
        Assert.False(half.IsCompleted);
    }

    [Fact]
    public async Task A_folder_that_no_project_knows_is_told_and_never_removed()
    {
        var known = await _storage.Projects.CreateAsync(ProjectDocument.Create("known"), null, WriteFlowers);
        var deleted = await _storage.Projects.CreateAsync(ProjectDocument.Create("deleted"), null, WriteFlowers);
        await _storage.Projects.DeleteAsync(deleted.Id);
        var unknown = Path.Combine(_storage.Folder.Projects, "bcdfghjkmnpq");
        await WriteFlowers(unknown, TestContext.Current.CancellationToken);
        Directory.SetLastWriteTimeUtc(unknown, DateTime.UtcNow.AddDays(-200));
        _storage.Restart();
        await _storage.Projects.PurgeAsync();
        Assert.Equal([unknown], await _storage.Projects.UnknownFoldersAsync());
        Assert.True(File.Exists(Path.Combine(unknown, "data", "flowers.csv")));
        Assert.True(Directory.Exists(_storage.Folder.ProjectFolder(known.Id)));
    }

    [Fact]
    public async Task A_project_whose_files_cannot_be_written_leaves_nothing()
    {
        await Assert.ThrowsAsync<StorageException>(() => _storage.Projects.CreateAsync(ProjectDocument.Create("x"), null, async (folder, ct) =>
        {
            await WriteFlowers(folder, ct);
            throw new IOException("no room");
        }));

        Assert.Empty(await _storage.Projects.ListAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_storage.Folder.Projects));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("")]
    [InlineData("ABCDEFGHJKLM")]
    [InlineData("bcdfghjkmnp/")]
    public void What_is_no_id_never_becomes_a_path(string id) => Assert.Throws<StorageException>(() => _storage.Folder.ProjectFolder(id));

    private static async Task WriteFlowers(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "flowers.csv"), "rows", ct);
    }

    public void Dispose() => _storage.Dispose();
}
