using System.Text;
using System.Xml;
using Builder.Datasets.Archives;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Builder.Datasets.Sheets;

/// <summary>The sheets of a workbook of Excel, .xlsx or .xls. Results of formulas are taken, errors such as #DIV/0! are empty cells.</summary>
internal static class WorkbookSheets
{
    /// <summary>A million rows of a hundred columns. Each cell is asked for, be it there or not.</summary>
    private const long MostCells = 100_000_000;

    /// <summary>What Excel can hold (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3). The library gives each row that is missing before one as an empty row.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>The same of columns; the older .xls holds fewer (https://learn.microsoft.com/openspecs/office_file_formats/ms-xls). More are a damaged size, of which each empty cell would be asked for.</summary>
    private const int MostColumns = 16_384;
    private const int MostColumnsOfXls = 256;
    private const int DaysTo1904 = 1462;

    /// <summary>What the library says of other documents of old Office programs, which have the same container.</summary>
    private const string NoWorkbook = "'Workbook' nor 'Book'";

    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All sheets.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="fillsMerged">Whether each of several cells that are one has their value.</param>
    public static IReadOnlyList<Sheet> Of(SourceBytes file, bool fillsMerged) => Guarded(file.Name, () =>
    {
        using var reader = Open(file);
        var sheets = new List<Sheet>();
        var since1904 = IsSince1904(file);
        do
        {
            var index = sheets.Count;
            var merged = (int)Math.Min(int.MaxValue, reader.MergeCells?.Sum(m => ((m.ToRow - m.FromRow + 1L) * (m.ToColumn - m.FromColumn + 1L)) - 1) ?? 0);
            sheets.Add(new(reader.Name, () => Rows(file, index, fillsMerged, since1904)) { IsHidden = reader.VisibleState != "visible", MostCells = MostCells, MergedCells = () => merged });
        }
        while (reader.NextResult());

        return sheets;
    });

    private static IExcelDataReader Open(SourceBytes file) => ExcelReaderFactory.CreateReader(file.Open(), new() { FallbackEncoding = Encoding.GetEncoding(1252) });

    private static bool IsPacked(SourceBytes file) => file.Start.AsSpan().StartsWith("PK"u8);

    // The library knows "1" only, but other programs write "true".
    private static bool IsSince1904(SourceBytes file)
    {
        if (!IsPacked(file))
        {
            return false;
        }

        using var zip = SafeZip.Open(file.Open(), file.Name);
        var place = zip.Names.ToList().IndexOf("xl/workbook.xml");
        if (place < 0)
        {
            return false;
        }

        using var workbook = XmlReader.Create(new MemoryStream(zip.Read(place)), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (workbook.Read())
        {
            if (workbook is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                return workbook.GetAttribute("date1904") == "true";
            }
        }

        return false;
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(SourceBytes file, int index, bool fillsMerged, bool since1904)
    {
        using var reader = Guarded(file.Name, () => At(file, index));
        var merged = fillsMerged ? new MergedCells(reader.MergeCells ?? []) : null;
        var most = IsPacked(file) ? MostColumns : MostColumnsOfXls;
        string?[] cells = [];
        for (var row = 0; Guarded(file.Name, reader.Read); row++)
        {
            if (row == MostRows || reader.FieldCount > most)
            {
                throw SheetProblems.Damaged(file.Name);
            }

            // Whoever takes the rows looks at one after the other.
            cells = Guarded(file.Name, () => Row(reader, cells, merged, row, since1904));
            yield return cells;
        }
    }

    private static IExcelDataReader At(SourceBytes file, int index)
    {
        var reader = Open(file);
        for (var i = 0; i < index; i++)
        {
            reader.NextResult();
        }

        return reader;
    }

    private static string?[] Row(IExcelDataReader reader, string?[] before, MergedCells? merged, int row, bool since1904)
    {
        var cells = before.Length == reader.FieldCount ? before : new string?[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CellText.Of(reader.GetValue(i) is DateTime moment && since1904 && moment.Year > 1899 ? moment.AddDays(DaysTo1904) : reader.GetValue(i));
        }

        merged?.Fill(row, cells);
        return cells;
    }

    // The library throws whatever its parsers throw: all of it means that the file is not what it should be.
    private static T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException cause)
        {
            throw SheetProblems.Locked(file, cause);
        }
        catch (ExcelReaderException cause) when (cause.Message.Contains(NoWorkbook, StringComparison.Ordinal))
        {
            throw SheetProblems.OtherDocument(file);
        }
        catch (Exception cause) when (cause is not (DataException or OperationCanceledException or OutOfMemoryException))
        {
            throw SheetProblems.Damaged(file, cause);
        }
    }

    /// <summary>Gives each cell of a merged range the value of its first.</summary>
    private sealed class MergedCells(CellRange[] ranges)
    {
        private readonly Queue<CellRange> _next = new(ranges.OrderBy(r => r.FromRow));
        private readonly List<CellRange> _here = [];
        private readonly Dictionary<CellRange, string?> _values = [];

        // Rows come in order.
        public void Fill(int row, string?[] cells)
        {
            _here.RemoveAll(r => r.ToRow < row);
            while (_next.TryPeek(out var next) && next.FromRow <= row)
            {
                _here.Add(_next.Dequeue());
            }

            foreach (var range in _here.Where(r => row <= r.ToRow && r.FromColumn < cells.Length))
            {
                if (range.FromRow == row)
                {
                    _values[range] = cells[range.FromColumn];
                }

                for (var i = range.FromColumn; i <= Math.Min(range.ToColumn, cells.Length - 1); i++)
                {
                    cells[i] = _values.GetValueOrDefault(range);
                }
            }
        }
    }
}
