using Builder.Datasets.Archives;
using Builder.Datasets.Pictures;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Web.Data.Upload;

/// <summary>Looks into an uploaded zip: pictures and several tables stay packed, a single table or text is taken out.</summary>
internal static class ZipUnpacking
{
    /// <summary>How a zip is read as it is; null where it was replaced by the one file that is in it.</summary>
    public static DataSource? Open(StagedUpload upload, UploadLimits limits)
    {
        using var zip = SafeZip.Open(upload.FilePath);
        if (zip.Names.Any(n => n is "[Content_Types].xml" or "mimetype"))
        {
            return new TableSource { Path = upload.Name };
        }

        if (zip.Names.Any(name => PictureFile.HasEnding(name) && PictureFile.Counts(name)))
        {
            return new PicturesSource { Path = upload.Name };
        }

        var tables = TableFiles.Tables(upload.FilePath);
        if (tables.Count == 0 && zip.Names.Any(n => n.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)))
        {
            throw UploadProblems.ArchivesInside(upload.Name);
        }

        if (tables.Count == 0 && zip.Names.Any(PictureFile.Counts))
        {
            return new PicturesSource { Path = upload.Name };
        }

        if (tables.Count != 1)
        {
            return tables.Count > 1 ? new TableSource { Path = upload.Name } : throw UploadProblems.NothingInside(upload.Name);
        }

        var place = zip.Names.ToList().IndexOf(tables[0]);
        if (place < 0)
        {
            // In a zip in the zip: it is unpacked where it is read.
            return new TableSource { Path = upload.Name };
        }

        if (zip.LengthOf(place) > limits.FileBytes)
        {
            throw UploadProblems.TooLarge(limits.Words);
        }

        var bytes = zip.Read(place);
        var name = FileNames.Unique(upload.Folder, FileNames.Safe(tables[0]));
        File.WriteAllBytes(Path.Combine(upload.Folder, name), bytes);
        upload.ReplaceBy(name);
        return null;
    }
}
