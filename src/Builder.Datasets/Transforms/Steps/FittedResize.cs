using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Pictures of one size and number of channels: bytes [C, H, W].</summary>
/// <param name="Channels">1 for grey, 3 for colour.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Width">Width in pixels.</param>
public sealed record FittedResize(int Channels, int Height, int Width) : FittedStep
{
    private const int LargestSide = 8192;

    /// <summary>Takes the size that the document gives, or else the one that all pictures share.</summary>
    internal static FittedResize Fit(Resize? transform, ColumnValues values, ColumnSite site)
    {
        var pictures = values as UndecodedPictures ?? throw TransformErrors.NeedsPictures(site);
        if (transform is null)
        {
            return pictures.Column.CommonSize() is { } own
                ? new FittedResize(own.Channels, own.Height, own.Width)
                : throw TransformErrors.PicturesDiffer(site);
        }
        return transform is { Height: >= 1 and <= LargestSide, Width: >= 1 and <= LargestSide, Channels: 1 or 3 }
            ? new FittedResize(transform.Channels, transform.Height, transform.Width)
            : throw TransformErrors.BadPictureSize(site, transform, LargestSide);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
    {
        var pictures = values as UndecodedPictures ?? throw TransformErrors.NeedsPictures(site);
        var size = new PictureSize(Channels, Height, Width);
        Blocks.CheckRoom<byte>(pictures.Rows, size.Bytes, site);
        var pixels = pictures.Column.Decode(size, pictures.Cancellation);
        return new PictureValues(pixels, pictures.Rows, size);
    }
}
