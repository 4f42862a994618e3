using Builder.Datasets.Archives;

namespace Builder.Datasets.Pictures;

/// <summary>Picture files in a zip file. The archive stays open as long as the store is in use.</summary>
internal sealed class ZipPictures : IPictureStore, IPictureContents
{
    private readonly SafeZip _zip;
    private readonly (string Name, int Entry)[] _files;

    public ZipPictures(SafeZip zip)
    {
        _zip = zip;
        _files = [.. zip.Names.Select((name, entry) => (Name: name, entry)).Where(f => PictureNames.IsPicture(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    public int Count => _files.Length;

    public string Name(int index) => _files[index].Name;

    public PictureSize Size(int index)
    {
        using var stream = new MemoryStream(Read(index), writable: false);
        return PictureFile.ReadSize(Name(index), stream);
    }

    public byte[] Decode(int index) => PictureFile.Decode(Name(index), Read(index));

    public ulong ContentOf(int index) => ((ulong)_zip.LengthOf(_files[index].Entry) << 32) | _zip.ChecksumOf(_files[index].Entry);

    private byte[] Read(int index) =>
        _zip.LengthOf(_files[index].Entry) <= PictureFile.MostFileBytes ? _zip.Read(_files[index].Entry) : throw PictureProblems.FileTooLarge(Name(index));
}
