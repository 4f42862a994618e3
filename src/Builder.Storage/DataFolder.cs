using Builder.Storage.Files;

namespace Builder.Storage;

/// <summary>The one folder that holds everything: the database, the projects' files, uploads in progress and keys.</summary>
public sealed class DataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "BUILDER_HOME";

    /// <summary>Takes a folder into use; it is made where it does not exist.</summary>
    /// <exception cref="StorageException">It cannot be made.</exception>
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        try
        {
            var whole = new DirectoryInfo(Root);
            if (whole.Exists)
            {
                // An earlier version left everything readable by all users of the computer.
                OwnerOnly.TakeItself(whole);
                Array.ForEach([.. whole.GetFiles("builder.db*"), .. whole.GetFiles("in-use.lock")], OwnerOnly.Take);
            }

            foreach (var folder in new[] { Root, Projects, Published, Uploads, Keys, Faults, Backups })
            {
                Folders.CreateForOwner(folder);
            }

            Array.ForEach([Keys, Uploads, Projects, Backups], folder => OwnerOnly.Take(new DirectoryInfo(folder)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageProblems.FolderUnusable(Root, cause);
        }
    }

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(Root, "builder.db");

    /// <summary>Folder of the projects' folders.</summary>
    public string Projects => Path.Combine(Root, "projects");

    /// <summary>Folder of the published models' folders, one for each version.</summary>
    public string Published => Path.Combine(Root, "published");

    /// <summary>Folder of files that are still coming in or serve for an hour; whatever lies here at a start is of no use to anyone.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>Folder of the keys with which the server signs its cookies.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Folder of what runners write about faults of their own, for whoever mends them.</summary>
    public string Faults => Path.Combine(Root, "faults");

    /// <summary>Folder of the copies of the database.</summary>
    public string Backups => Path.Combine(Root, "backups");

    /// <summary>
    /// Where the folder lies that the environment names: BUILDER_HOME, or "builder" in the user's data folder, which is the one of the XDG
    /// specification on Linux, Library/Application Support on macOS and AppData\Local on Windows. Nothing is made.
    /// </summary>
    public static string DefaultRoot => DefaultPath(Environment.GetEnvironmentVariable);

    /// <summary>The folder that the environment names, taken into use.</summary>
    public static DataFolder Default() => new(DefaultRoot);

    /// <summary>The folder of a project's data files.</summary>
    public string ProjectFolder(string project) => Path.Combine(Projects, Checked(project));

    /// <summary>The folder of a project's runs.</summary>
    public string RunsFolder(string project) => Builder.Files.RunFolder.RunsOf(ProjectFolder(project));

    /// <summary>The folder of one run.</summary>
    public string RunFolder(string project, string run) => Path.Combine(RunsFolder(project), Checked(run));

    /// <summary>The folder of one version of a published model.</summary>
    public string PublishedFolder(string version) => Path.Combine(Published, Checked(version));

    internal static string DefaultPath(Func<string, string?> variable) =>
        variable(Variable) is { Length: > 0 } named ? named
        : variable("XDG_DATA_HOME") is { Length: > 0 } data && Path.IsPathRooted(data) ? Path.Combine(data, "builder")
        : OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "Builder")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "builder");

    /// <summary>Ids come from addresses as well: what is no id never becomes part of a path.</summary>
    private static string Checked(string id) => ShortId.IsValid(id) ? id : throw StorageProblems.NoProject();
}
