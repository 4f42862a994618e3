using Builder.Datasets.Readings;
using Builder.Graph.Data;
using Builder.Storage;
using Builder.Storage.Files;

namespace Builder.Web.Data.Upload;

/// <summary>A file that has come in but belongs to no project yet: it lies in a folder of its own, which goes when this is disposed.</summary>
internal sealed class StagedUpload : IDisposable
{
    private StagedUpload(string folder, string name) => (Folder, Name) = (folder, name);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The file's name.</summary>
    public string Name { get; private set; }

    /// <summary>The file.</summary>
    public string FilePath => Path.Combine(Folder, Name);

    /// <summary>How the file is to be read, once that is known.</summary>
    public DataSource? Source { get; set; }

    /// <summary>Takes a file in.</summary>
    public static async Task<StagedUpload> ReceiveAsync(DataFolder data, Stream content, string? name, UploadLimits limits, CancellationToken ct)
    {
        var staged = new StagedUpload(Path.Combine(data.Uploads, Guid.NewGuid().ToString("N")), FileNames.Safe(name));
        try
        {
            Directory.CreateDirectory(staged.Folder);
            var bytes = await LimitedCopy.ToFileAsync(content, staged.FilePath, limits, ct);
            return bytes > 0 ? staged : throw UploadProblems.Empty(staged.Name);
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>Goes on with a file that was unpacked from the first one.</summary>
    public void ReplaceBy(string name)
    {
        File.Delete(FilePath);
        Name = name;
    }

    /// <summary>Moves the file into a folder, under a name that is free there.</summary>
    /// <returns>The name.</returns>
    public string MoveTo(string folder)
    {
        Directory.CreateDirectory(folder);
        var name = FileNames.Unique(folder, Name);
        File.Move(FilePath, Path.Combine(folder, name));
        TableReading.Move(Folder, folder);
        return name;
    }

    /// <inheritdoc/>
    public void Dispose() => Folders.TryDelete(Folder);
}
