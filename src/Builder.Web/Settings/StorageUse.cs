using Builder.Storage;
using Builder.Storage.Files;

namespace Builder.Web.Settings;

/// <summary>How much room the data folder takes.</summary>
/// <param name="Total">All of it, in bytes.</param>
/// <param name="Deleted">Of it what belongs to deleted projects.</param>
/// <param name="Free">What is left on the disk.</param>
public sealed record StorageUse(long Total, long Deleted, long Free)
{
    /// <summary>Measures the folder; this looks at every file.</summary>
    public static StorageUse Measure(DataFolder folder, IEnumerable<string> deletedProjects)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new(Folders.Size(folder.Root), deletedProjects.Sum(id => Folders.Size(folder.ProjectFolder(id))), new DriveInfo(folder.Root).AvailableFreeSpace);
    }

    /// <summary>Bytes as people read them: "3.4 MB".</summary>
    public static string Words(long bytes)
    {
        var (value, unit) = bytes switch
        {
            < 1_000 => (bytes, "B"),
            < 1_000_000 => (bytes / 1e3, "kB"),
            < 1_000_000_000 => (bytes / 1e6, "MB"),
            _ => (bytes / 1e9, "GB"),
        };
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0.#} {unit}");
    }
}
