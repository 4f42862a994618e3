using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Idx;
using Builder.Datasets.Pictures;
using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Reads pictures and labels from IDX files.</summary>
internal static class IdxImport
{
    /// <summary>Columns <c>picture</c> and, where there are labels, <c>label</c>.</summary>
    public static RawTable Read(IdxSource source, string imagesPath, string? labelsPath)
    {
        var images = Path.GetFileName(imagesPath);
        var pictures = new IdxPictures(images, IdxFile.Read(imagesPath));
        var columns = new List<RawColumn> { new PictureColumn("picture", pictures, [.. Enumerable.Range(0, pictures.Count)]) };
        if (labelsPath is null)
        {
            return new RawTable(images, columns, SourceFingerprint.OfFiles(imagesPath));
        }

        columns.Add(Labels(source, images, pictures.Count, labelsPath));
        return new RawTable(images, columns, SourceFingerprint.OfFiles(imagesPath, labelsPath));
    }

    private static TextColumn Labels(IdxSource source, string images, int pictures, string path)
    {
        var file = Path.GetFileName(path);
        var labels = IdxFile.Read(path);
        if (labels.Shape.Length != 1)
        {
            throw PictureProblems.NotIdx(file);
        }

        if (labels.Values.Length != pictures)
        {
            throw PictureProblems.IdxCountsDiffer(images, pictures, file, labels.Values.Length);
        }

        var largest = labels.Values.Max();
        var names = source.ClassNames;
        if (names.Length > 0 && largest >= names.Length)
        {
            throw PictureProblems.IdxLabelUnnamed(file, largest, names.Length);
        }

        string[] entries = names.Length > 0
            ? [.. names]
            : [.. Enumerable.Range(0, largest + 1).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        return new TextColumn("label", [.. labels.Values.Select(v => (int)v)], entries);
    }
}
