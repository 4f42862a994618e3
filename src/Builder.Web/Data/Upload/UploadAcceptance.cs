using Builder.Datasets;
using Builder.Datasets.Archives;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Web.Data.Upload;

/// <summary>Finds out what an uploaded file is, and reads it once from end to end: what passes can be used.</summary>
internal static class UploadAcceptance
{
    /// <summary>How the file is to be read.</summary>
    /// <exception cref="DataException">It cannot be used; the text says why and what to do.</exception>
    public static async Task<DataSource> AcceptAsync(StagedUpload upload, UploadLimits limits, TableClient tables, CancellationToken ct)
    {
        var source = await Task.Run(() => Look(upload, limits), ct);
        return source switch
        {
            IdxSource { Labels: not null } => source,
            TableSource table when await tables.ReadAsync(upload.Folder, table, ct) is { } read => read,
            _ => await Task.Run(() => Inspected(source, upload, ct), ct),
        };
    }

    private static DataSource Look(StagedUpload upload, UploadLimits limits)
    {
        var signature = FileSignatures.Of(upload.FilePath);
        return signature == FileSignature.Zip && ZipUnpacking.Open(upload, limits) is { } packed ? packed : SourceOf(upload, FileSignatures.Of(upload.FilePath));
    }

    private static DataSource Inspected(DataSource source, StagedUpload upload, CancellationToken ct)
    {
        var inspection = SourceInspection.Of(source, upload.Folder, ct);
        LookAtPictures(inspection, upload.Name);

        // A table that names the pictures belongs to them; whoever does not want it takes it away on the page.
        return inspection is { Source: PicturesSource pictures, Beside: [var labels, ..] }
            ? SourceInspection.Of(pictures with { Labels = labels }, upload.Folder, ct).Source
            : inspection.Source;
    }

    private static DataSource SourceOf(StagedUpload upload, FileSignature signature) => signature switch
    {
        FileSignature.Executable => throw UploadProblems.Executable(upload.Name),
        FileSignature.OtherArchive => throw UploadProblems.OtherArchive(upload.Name),
        FileSignature.Picture => throw UploadProblems.SinglePicture(upload.Name),
        FileSignature.Document => throw UploadProblems.Document(upload.Name),
        _ => Readable(upload),
    };

    private static DataSource Readable(StagedUpload upload)
    {
        switch (IdxDimensions(upload.FilePath))
        {
            case 1:
                return new IdxSource { Images = "", Labels = upload.Name };
            case 3 or 4:
                return new IdxSource { Images = upload.Name };
        }

        return FileNames.Extension(upload.Name) is ".txt" or ".md" or ".txt.gz" or ".text" && !TableFiles.IsTable(upload.FilePath)
            ? new TextSource { Path = upload.Name }
            : new TableSource { Path = upload.Name };
    }

    /// <summary>Dimensions of an IDX file of bytes; 0 where it is none.</summary>
    private static int IdxDimensions(string path)
    {
        using var stream = SourceStream.Open(path);
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start[..3].SequenceEqual<byte>([0, 0, 8]) ? start[3] : 0;
    }

    /// <summary>Where not even one picture has a header that can be read, nothing can be done with them. Damaged ones among others are found and listed afterwards.</summary>
    private static void LookAtPictures(SourceInspection inspection, string file)
    {
        if (inspection.Table.Columns.OfType<PictureColumn>().FirstOrDefault() is not { } pictures)
        {
            return;
        }

        DataException? first = null;
        for (var row = 0; row < pictures.Count; row++)
        {
            try
            {
                pictures.Size(row);
                return;
            }
            catch (DataException problem)
            {
                first ??= problem;
            }
        }

        if (first is not null)
        {
            throw pictures.Count == 1 ? first : UploadProblems.NoPictureReadable(file, pictures.Count, first);
        }
    }
}
