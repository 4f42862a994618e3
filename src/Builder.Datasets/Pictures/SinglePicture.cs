namespace Builder.Datasets.Pictures;

/// <summary>One picture file by itself, as it is given for a prediction.</summary>
internal sealed class SinglePicture(string name, byte[] bytes) : IPictureStore
{
    public int Count => 1;

    public string Name(int index) => name;

    public PictureSize Size(int index)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return PictureFile.ReadSize(name, stream);
    }

    public byte[] Decode(int index) => PictureFile.Decode(name, bytes);
}
