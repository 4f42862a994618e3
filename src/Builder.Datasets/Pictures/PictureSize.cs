namespace Builder.Datasets.Pictures;

/// <summary>Size of a picture in memory: [C, H, W].</summary>
/// <param name="Channels">1 for grey, 3 for colour.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Width">Pixels from left to right.</param>
public readonly record struct PictureSize(int Channels, int Height, int Width)
{
    /// <summary>Bytes of one picture, one a value.</summary>
    public int Bytes => checked(Channels * Height * Width);
}
