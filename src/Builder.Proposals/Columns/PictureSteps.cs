using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Brings pictures to a size that a small network reads quickly.</summary>
internal static class PictureSteps
{
    /// <summary>Pictures up to this side stay as they are.</summary>
    private const int LargestKept = 64;

    /// <summary>Larger ones become this large, or this small where there are many.</summary>
    private const int Usual = 64;
    private const int OfMany = 32;
    private const int Many = 8_000;
    private const int Looked = 60;

    /// <summary>Fewer pictures than this are moved and turned a little at random while training.</summary>
    private const int Few = 2_000;
    private const int SidesOfMove = 16;
    private const double Turn = 10;

    /// <summary>The steps of a picture column.</summary>
    public static ImmutableArray<Transform> For(PictureColumn pictures)
    {
        var step = Math.Max(1, pictures.Count / Looked);
        var sizes = Enumerable.Range(0, Math.Min(Looked, pictures.Count)).Select(i => SizeOf(pictures, Math.Min(i * step, pictures.Count - 1))).OfType<PictureSize>().Distinct().ToArray();
        var isGrey = sizes.Length > 0 && sizes.All(s => s.Channels == 1);
        var keeps = sizes.Length == 1 && sizes[0] is { Height: <= LargestKept, Width: <= LargestKept };
        var usual = pictures.Count > Many ? OfMany : Usual;
        var (height, width) = keeps ? (sizes[0].Height, sizes[0].Width) : (usual, usual);
        return
        [
            new Resize { Height = height, Width = width, Channels = isGrey ? 1 : 3 },
            .. pictures.Count < Few ? [Changes(Math.Min(height, width))] : Array.Empty<Transform>(),
            new Normalize(),
        ];
    }

    // Those that cannot be read are told and left out by the person.
    private static PictureSize? SizeOf(PictureColumn pictures, int row)
    {
        try
        {
            return pictures.Size(row);
        }
        catch (DataException)
        {
            return null;
        }
    }

    /// <summary>Only what leaves every class what it is: nothing is mirrored, for a mirrored letter, digit or left shoe is another.</summary>
    private static Augment Changes(int side) => new() { Crop = side / SidesOfMove, Rotate = Turn };
}
