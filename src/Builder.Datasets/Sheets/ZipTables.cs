using Builder.Datasets.Archives;

namespace Builder.Datasets.Sheets;

/// <summary>
/// The tables in a zip. Where it holds none itself those of the zips in it, one level deep: what they unpack to counts together, against the size of the outer one, so that
/// a bomb of several levels is refused as one of a single level is.
/// </summary>
internal sealed class ZipTables
{
    /// <summary>Zips in a zip that are looked into.</summary>
    private const int MostArchives = 100;

    private readonly SafeZip _zip;
    private readonly string _file;
    private readonly List<(string Name, int Place, int? Inside, long Length)> _tables = [];

    private ZipTables(SafeZip zip, string file) => (_zip, _file) = (zip, file);

    /// <summary>Their names; of one in a zip in the zip with that in front.</summary>
    public IReadOnlyList<string> Names => [.. _tables.Select(t => t.Name)];

    /// <summary>Looks for tables.</summary>
    /// <param name="zip">The zip; has to stay open.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DataException">A zip in it is damaged, locked or a bomb, or there are too many.</exception>
    public static ZipTables Of(SafeZip zip, string file)
    {
        var tables = new ZipTables(zip, file);
        tables._tables.AddRange(Enumerable.Range(0, zip.Names.Count).Where(i => TableFiles.IsTableName(zip.Names[i])).Select(i => (zip.Names[i], i, (int?)null, zip.LengthOf(i))));
        if (tables._tables.Count == 0)
        {
            tables.LookInside();
        }

        return tables;
    }

    /// <summary>Bytes that a table unpacks to.</summary>
    public long LengthOf(int index) => _tables[index].Length;

    /// <summary>Unpacks a table into memory.</summary>
    /// <exception cref="DataException">It is damaged.</exception>
    public byte[] Read(int index)
    {
        var (_, place, inside, _) = _tables[index];
        if (inside is not { } inner)
        {
            return _zip.Read(place);
        }

        using var zip = Inner(place);
        return zip.Read(inner);
    }

    private void LookInside()
    {
        var places = Enumerable.Range(0, _zip.Names.Count).Where(i => _zip.Names[i].EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !_zip.Names[i].StartsWith("__MACOSX/", StringComparison.Ordinal)).ToArray();
        if (places.Length > MostArchives)
        {
            throw ArchiveProblems.TooManyArchives(_file, MostArchives);
        }

        var (unpacked, files) = (0L, 0);
        foreach (var place in places)
        {
            using var zip = Inner(place);
            unpacked += zip.TotalLength;
            files += zip.Names.Count;
            UnpackLimits.Check(_file, _zip.PackedLength, unpacked);
            if (files > UnpackLimits.MostEntries)
            {
                throw ArchiveProblems.TooManyEntries(_file, UnpackLimits.MostEntries);
            }

            _tables.AddRange(Enumerable.Range(0, zip.Names.Count).Where(i => TableFiles.IsTableName(zip.Names[i])).Select(i => ($"{_zip.Names[place]}/{zip.Names[i]}", place, (int?)i, zip.LengthOf(i))));
        }
    }

    private SafeZip Inner(int place) => SafeZip.Open(new MemoryStream(_zip.Read(place), writable: false), $"{_file}/{_zip.Names[place]}");
}
