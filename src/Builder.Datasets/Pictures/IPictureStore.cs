namespace Builder.Datasets.Pictures;

/// <summary>Pictures by number; may be asked from several threads at once.</summary>
public interface IPictureStore
{
    /// <summary>Number of pictures.</summary>
    int Count { get; }

    /// <summary>Name of a picture, for messages.</summary>
    string Name(int index);

    /// <summary>Size of a picture, read from its header: 1 or 3 channels.</summary>
    /// <exception cref="DataException">It is not a picture, or too large.</exception>
    PictureSize Size(int index);

    /// <summary>Decodes a picture in its own size, channel after channel, one byte a value.</summary>
    /// <exception cref="DataException">It cannot be decoded.</exception>
    byte[] Decode(int index);
}

/// <summary>Pictures whose files can be told apart without being decoded.</summary>
public interface IPictureContents
{
    /// <summary>Length and CRC-32 of a picture's file: the same for the same bytes, in a folder as in a zip, whatever the file is called.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    ulong ContentOf(int index);
}
