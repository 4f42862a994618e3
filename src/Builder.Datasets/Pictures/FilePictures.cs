namespace Builder.Datasets.Pictures;

/// <summary>Single picture files from anywhere, in a given order.</summary>
internal sealed class FilePictures : IPictureStore
{
    private readonly SinglePicture[] _pictures;

    public FilePictures(IEnumerable<string> paths) => _pictures = [.. paths.Select(Read)];

    public int Count => _pictures.Length;

    public string Name(int index) => _pictures[index].Name(0);

    public PictureSize Size(int index) => _pictures[index].Size(0);

    public byte[] Decode(int index) => _pictures[index].Decode(0);

    private static SinglePicture Read(string path)
    {
        if (!File.Exists(path))
        {
            throw PictureProblems.NotGiven(Path.GetFileName(path));
        }

        var name = Path.GetFileName(path);
        return new SinglePicture(name, PictureFile.ReadBytes(name, path));
    }
}
