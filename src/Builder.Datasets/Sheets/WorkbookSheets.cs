using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Builder.Datasets.Sheets;

/// <summary>The sheets of a workbook of Excel, .xlsx, .xlsb or .xls. Results of formulas are taken, errors such as #DIV/0! are empty cells.</summary>
internal static class WorkbookSheets
{
    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All sheets.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="fillsMerged">Whether each of several cells that are one has their value.</param>
    public static IReadOnlyList<Sheet> Of(SourceBytes file, bool fillsMerged) => Guarded(file.Name, () =>
    {
        using var reader = Open(file);
        var sheets = new List<Sheet>();
        do
        {
            var index = sheets.Count;
            var merged = reader.MergeCells?.Sum(m => ((m.ToRow - m.FromRow + 1) * (m.ToColumn - m.FromColumn + 1)) - 1) ?? 0;
            sheets.Add(new(reader.Name, () => Rows(file, index, fillsMerged)) { IsHidden = reader.VisibleState != "visible", MergedCells = () => merged });
        }
        while (reader.NextResult());

        return sheets;
    });

    private static IExcelDataReader Open(SourceBytes file) => ExcelReaderFactory.CreateReader(file.Open(), new() { FallbackEncoding = Encoding.GetEncoding(1252) });

    private static IEnumerable<IReadOnlyList<string?>> Rows(SourceBytes file, int index, bool fillsMerged)
    {
        using var reader = Guarded(file.Name, () => At(file, index));
        var merged = fillsMerged ? new MergedCells(reader.MergeCells ?? []) : null;
        for (var row = 0; Guarded(file.Name, reader.Read); row++)
        {
            yield return Guarded(file.Name, () => Row(reader, merged, row));
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

    private static string?[] Row(IExcelDataReader reader, MergedCells? merged, int row)
    {
        var cells = new string?[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CellText.Of(reader.GetValue(i));
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
        catch (Exception cause) when (cause is not (DataException or OperationCanceledException or OutOfMemoryException))
        {
            throw SheetProblems.Damaged(file, cause);
        }
    }

    /// <summary>Gives each cell of a merged range the value of its first.</summary>
    private sealed class MergedCells(CellRange[] ranges)
    {
        private readonly Dictionary<CellRange, string?> _values = [];

        public void Fill(int row, string?[] cells)
        {
            foreach (var range in ranges.Where(r => r.FromRow <= row && row <= r.ToRow && r.FromColumn < cells.Length))
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
