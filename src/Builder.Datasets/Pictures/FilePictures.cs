namespace Builder.Datasets.Pictures;

/// <summary>Single picture files from anywhere, in a given order; each is read when it is asked for.</summary>
/// <param name="paths">Where they lie; empty where a picture was not given.</param>
internal sealed class FilePictures(IReadOnlyList<string> paths) : IPictureStore
{
    public int Count => paths.Count;

    public string Name(int index) => Path.GetFileName(paths[index]);

    public PictureSize Size(int index)
    {
        using var stream = PictureFile.Open(Name(index), Given(index));
        return PictureFile.ReadSize(Name(index), stream);
    }

    public byte[] Decode(int index) => PictureFile.Decode(Name(index), PictureFile.ReadBytes(Name(index), Given(index)));

    private string Given(int index) => File.Exists(paths[index]) ? paths[index] : throw PictureProblems.NotGiven(Name(index));
}
