using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Random changes of training pictures; made anew for every batch, so nothing happens to the stored pixels.</summary>
/// <param name="Changes">Which changes.</param>
public sealed record FittedAugment(Augment Changes) : FittedStep
{
    /// <summary>Learns nothing: the changes are given.</summary>
    internal static FittedAugment Fit(Augment transform, ColumnValues values, ColumnSite site)
    {
        var pictures = values as PictureValues ?? throw TransformErrors.NeedsPictures(site);
        var shortest = Math.Min(pictures.Size.Height, pictures.Size.Width);
        return transform is { Crop: >= 0, Rotate: >= 0 and <= 180, Noise: >= 0 and <= 1 } && transform.Crop < shortest
            ? new FittedAugment(transform)
            : throw TransformErrors.BadAugmentation(site, shortest);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site) => values is PictureValues pictures
        ? pictures with { Augment = Changes }
        : throw TransformErrors.NeedsPictures(site);
}
