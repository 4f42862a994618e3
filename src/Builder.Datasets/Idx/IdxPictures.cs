using Builder.Datasets.Pictures;

namespace Builder.Datasets.Idx;

/// <summary>The pictures of an IDX file, already decoded: [N, H, W] grey, or [N, H, W, C] with channels last.</summary>
internal sealed class IdxPictures : IPictureStore
{
    private readonly string _name;
    private readonly byte[] _values;
    private readonly PictureSize _size;

    public IdxPictures(string name, IdxFile file)
    {
        var shape = file.Shape;
        if (shape.Length < 3 || (shape.Length == 4 && shape[3] is not (1 or 3)))
        {
            throw PictureProblems.NotIdx(name);
        }

        if ((long)shape[1] * shape[2] > PictureFile.MostPixels)
        {
            throw PictureProblems.TooLarge(name, shape[2], shape[1]);
        }

        _name = name;
        _values = file.Values;
        _size = new PictureSize(shape.Length == 4 ? shape[3] : 1, shape[1], shape[2]);
        Count = shape[0];
    }

    public int Count { get; }

    public string Name(int index) => $"{_name} [{index}]";

    public PictureSize Size(int index) => _size;

    public byte[] Decode(int index)
    {
        var values = _values.AsSpan(checked((int)((long)index * _size.Bytes)), _size.Bytes);
        if (_size.Channels == 1)
        {
            return values.ToArray();
        }

        var plane = _size.Height * _size.Width;
        var planes = new byte[values.Length];
        for (var i = 0; i < planes.Length; i++)
        {
            planes[((i % _size.Channels) * plane) + (i / _size.Channels)] = values[i];
        }

        return planes;
    }
}
