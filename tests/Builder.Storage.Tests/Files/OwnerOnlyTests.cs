using System.Runtime.Versioning;
using Builder.Graph.Documents;
using Builder.Storage.Files;

namespace Builder.Storage.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class OwnerOnlyTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    [Fact]
    public async Task Nobody_but_the_owner_can_read_what_is_made()
    {
        OwnerOnly.Begin();
        using var fresh = new StorageFixture();
        var project = await fresh.Projects.CreateAsync(ProjectDocument.Create("a"), fill: (folder, ct) => File.WriteAllTextAsync(Path.Combine(folder, "data.csv"), "rows", ct));
        await fresh.Runs.CreateAsync(new(project.Id, ProjectDocument.Create("a"), 0, ""));
        var entries = new DirectoryInfo(fresh.Folder.Root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(fresh.Folder.Root)).ToList();

        Assert.InRange(entries.Count, 8, int.MaxValue);
        Assert.All(entries, entry => Assert.True(IsOwners(entry), $"{entry.FullName}: {entry.UnixFileMode}"));
    }

    [Fact]
    public void What_an_earlier_version_left_to_all_is_taken_back_and_what_others_share_is_left_to_them()
    {
        using var before = new StorageFixture();
        var root = before.Folder.Root;
        var run = Directory.CreateDirectory(Path.Combine(before.Folder.Projects, "bcdfghjkmnpq", "runs", "r")).FullName;
        File.WriteAllText(Path.Combine(run, "model.safetensors"), "weights");
        var shared = Directory.CreateDirectory(Path.Combine(root, "elsewhere"));
        File.WriteAllText(Path.Combine(shared.FullName, "mine"), "");
        var everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        foreach (var entry in new DirectoryInfo(root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(root)))
        {
            entry.UnixFileMode = everybody;
        }

        File.CreateSymbolicLink(Path.Combine(before.Folder.Projects, "link"), Path.Combine(shared.FullName, "mine"));
        _ = new DataFolder(root);

        Assert.True(IsOwners(new DirectoryInfo(root)));
        Assert.True(IsOwners(new FileInfo(before.Folder.Database)));
        Assert.All(new DirectoryInfo(before.Folder.Projects).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(e => e.LinkTarget is null), entry => Assert.True(IsOwners(entry), entry.FullName));
        Assert.Equal(everybody, new FileInfo(Path.Combine(shared.FullName, "mine")).UnixFileMode);
    }

    [Fact]
    public void A_folder_that_others_may_write_to_stays_theirs_and_only_what_is_in_it_is_the_owner_s()
    {
        var shared = Directory.CreateTempSubdirectory("builder-shared-");
        shared.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var mode = shared.UnixFileMode;
        var folder = new DataFolder(shared.FullName);

        Assert.Equal(mode, new DirectoryInfo(shared.FullName).UnixFileMode);
        Assert.All([folder.Projects, folder.Uploads, folder.Keys, folder.Faults], f => Assert.True(IsOwners(new DirectoryInfo(f)), f));
        shared.Delete(recursive: true);
    }

    [Fact]
    public void A_copy_is_the_owner_s_whatever_the_first_one_is()
    {
        var from = Path.Combine(_storage.Folder.Root, "from");
        File.WriteAllText(from, "rows");
        File.SetUnixFileMode(from, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        OwnerOnly.Copy(from, from + "-copy");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(from + "-copy"));
    }

    public void Dispose() => _storage.Dispose();

    private static bool IsOwners(FileSystemInfo entry) =>
        (entry.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)) == 0;
}
