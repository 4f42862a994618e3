using Builder.Datasets.Archives;
using Builder.Datasets.Pictures;

namespace Builder.Web.Data.Upload;

/// <summary>Looks into an uploaded zip: pictures stay packed, a single table or text is taken out.</summary>
internal static class ZipUnpacking
{
    private static readonly string[] Readable = [".csv", ".tsv", ".tab", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz"];

    /// <summary>Leaves a zip of pictures as it is, or puts the one file that is in it in its place.</summary>
    public static void Open(StagedUpload upload, UploadLimits limits)
    {
        using var zip = SafeZip.Open(upload.FilePath);
        if (zip.Names.Any(n => n is "[Content_Types].xml" or "mimetype"))
        {
            throw UploadProblems.Spreadsheet(upload.Name);
        }

        if (zip.Names.Any(IsPicture))
        {
            return;
        }

        var files = Enumerable.Range(0, zip.Names.Count).Where(i => IsReadable(zip.Names[i])).ToArray();
        if (files.Length != 1)
        {
            throw UploadProblems.NothingInside(upload.Name);
        }

        var bytes = zip.Read(files[0]);
        if (bytes.LongLength > limits.FileBytes)
        {
            throw UploadProblems.TooLarge(limits.Words);
        }

        var name = FileNames.Unique(upload.Folder, FileNames.Safe(zip.Names[files[0]]));
        File.WriteAllBytes(Path.Combine(upload.Folder, name), bytes);
        upload.ReplaceBy(name);
    }

    private static bool IsPicture(string name) => PictureFile.HasEnding(name);

    private static bool IsReadable(string name) =>
        Readable.Contains(FileNames.Extension(name)) && !name.StartsWith("__MACOSX/", StringComparison.Ordinal);
}
