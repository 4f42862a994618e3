using System.IO.Hashing;
using Builder.Datasets.Text;

namespace Builder.Datasets.Pictures;

/// <summary>Picture files in a folder and its sub-folders.</summary>
internal sealed class FolderPictures : IPictureStore, IPictureContents
{
    private readonly string _folder;

    // The name as people know it, composed (NFC), and the one under which the disk has it.
    private readonly (string Name, string OnDisk)[] _files;

    /// <summary>Finds the pictures; their order is that of their names, byte by byte.</summary>
    public FolderPictures(string folder)
    {
        _folder = folder;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var files = new List<(string Name, string OnDisk)>();
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options))
        {
            var relative = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is not null)
            {
                throw PictureProblems.SymbolicLink(relative);
            }

            if (entry is FileInfo && PictureNames.IsPicture(relative))
            {
                files.Add((ComposedLetters.Of(relative), relative));
            }
        }

        _files = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    public int Count => _files.Length;

    /// <summary>The paths of the files below the folder, as the disk has them.</summary>
    public IEnumerable<string> OnDisk => _files.Select(f => f.OnDisk);

    public string Name(int index) => _files[index].Name;

    public PictureSize Size(int index)
    {
        using var stream = PictureFile.Open(Name(index), PathOf(index));
        return PictureFile.ReadSize(Name(index), stream);
    }

    public byte[] Decode(int index) => PictureFile.Decode(Name(index), PictureFile.ReadBytes(Name(index), PathOf(index)));

    public ulong ContentOf(int index)
    {
        var bytes = PictureFile.ReadBytes(Name(index), PathOf(index));
        return ((ulong)bytes.LongLength << 32) | Crc32.HashToUInt32(bytes);
    }

    private string PathOf(int index) => Path.Combine(_folder, _files[index].OnDisk);
}
