using System.Collections.Concurrent;
using System.Security.Cryptography;
using Builder.Storage;
using Builder.Storage.Files;

namespace Builder.Web.Use.Files;

/// <summary>A file that is kept for a while.</summary>
/// <param name="Id">Its name in addresses; cannot be guessed.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Project">The project that it was given to.</param>
/// <param name="Kept">Since when.</param>
public sealed record UseFile(string Id, string Path, string Name, string Project, DateTimeOffset Kept);

/// <summary>A file was larger than allowed; nothing of it is kept.</summary>
public sealed class FileTooLargeException : IOException
{
    /// <summary>Makes the error.</summary>
    public FileTooLargeException(long limit)
        : base("The file is too large.") => Limit = limit;

    /// <summary>The largest size in bytes.</summary>
    public long Limit { get; }
}

/// <summary>A folder for the files of one question: it goes with all that is in it when it is disposed of.</summary>
public sealed class BorrowedFolder : IDisposable
{
    internal BorrowedFolder(string path) => Path = path;

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => Folders.TryDelete(Path);
}

/// <summary>
/// Files that come and go while people try a model: what they upload and draw, and what a model makes. They lie in one folder for as long
/// as the server runs, and each goes after an hour.
/// </summary>
public sealed class UseFiles : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, UseFile> _files = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;

    /// <summary>An empty place in the data folder. What a server that was killed leaves there goes when the next one starts.</summary>
    public UseFiles(DataFolder data, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        Folder = Path.Combine(data.Uploads, $"use-{NewId()}");
        Folders.CreateForOwner(Folder);
        _clock = clock ?? TimeProvider.System;
        _sweep = _clock.CreateTimer(_ => Sweep(), null, Life / 12, Life / 12);
    }

    /// <summary>The folder of all files; readable by nobody else.</summary>
    public string Folder { get; }

    /// <summary>Keeps what a stream holds.</summary>
    /// <exception cref="FileTooLargeException">It holds more than <paramref name="limit"/> bytes.</exception>
    public async Task<UseFile> KeepAsync(string project, string name, Stream content, long limit, CancellationToken ct = default)
    {
        var file = NewFile(project, name);
        try
        {
            await using var target = File.Create(file.Path);
            var block = new byte[1 << 16];
            long length = 0;
            while (await content.ReadAsync(block, ct) is var read and > 0)
            {
                length += read;
                if (length > limit)
                {
                    throw new FileTooLargeException(limit);
                }

                await target.WriteAsync(block.AsMemory(0, read), ct);
            }
        }
        catch
        {
            Folders.TryDeleteFile(file.Path);
            throw;
        }

        return _files[file.Id] = file;
    }

    /// <summary>Keeps bytes.</summary>
    public UseFile Keep(string project, string name, byte[] content)
    {
        var file = NewFile(project, name);
        File.WriteAllBytes(file.Path, content);
        return _files[file.Id] = file;
    }

    /// <summary>A place for a file that is about to be written.</summary>
    public UseFile Reserve(string project, string name)
    {
        var file = NewFile(project, name);
        return _files[file.Id] = file;
    }

    /// <summary>Keeps a file that lies in <see cref="Folder"/> already, such as a picture that a model wrote there.</summary>
    public UseFile Adopt(string project, string path)
    {
        var file = new UseFile(NewId(), Path.GetFullPath(path), Path.GetFileName(path), project, _clock.GetUtcNow());
        return _files[file.Id] = file;
    }

    /// <summary>A new folder below <see cref="Folder"/>, which goes with all that is in it when it is disposed of.</summary>
    public BorrowedFolder BorrowFolder() => new(NewFolder());

    /// <summary>A new folder below <see cref="Folder"/>, for files that are kept.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, NewId())).FullName;

    /// <summary>A file of a project; null where there is none, or it is another project's.</summary>
    public UseFile? Find(string project, string id) => _files.TryGetValue(id, out var file) && file.Project == project && File.Exists(file.Path) ? file : null;

    /// <summary>Takes a file away before its time.</summary>
    public void Remove(UseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _files.TryRemove(file.Id, out _);
        Folders.TryDeleteFile(file.Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A model still writes there; the next start removes it.
        }
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private UseFile NewFile(string project, string name)
    {
        var id = NewId();
        var safe = Path.GetFileName(name);
        return new(id, Path.Combine(Folder, id + Ending(safe)), safe.Length == 0 ? "file" : safe, project, _clock.GetUtcNow());
    }

    // Readers tell kinds of files by their endings, also compressed ones; nothing else of a name reaches the disk.
    private static string Ending(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".gz" => Path.GetExtension(Path.GetFileNameWithoutExtension(name)).ToLowerInvariant() is ".csv" or ".tsv" or ".txt"
            ? Path.GetExtension(Path.GetFileNameWithoutExtension(name)).ToLowerInvariant() + ".gz" : ".gz",
        var ending and (".csv" or ".tsv" or ".txt" or ".png" or ".jpg" or ".jpeg" or ".bmp" or ".gif") => ending,
        _ => "",
    };

    private void Sweep()
    {
        var oldest = _clock.GetUtcNow() - Life;
        foreach (var file in _files.Values.Where(f => f.Kept < oldest))
        {
            Remove(file);
        }
    }
}
