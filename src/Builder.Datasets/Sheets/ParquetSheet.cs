using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Builder.Datasets.Sheets;

/// <summary>The table of a Parquet file; fields of structures are columns of their own, lists are texts with semicolons.</summary>
internal static partial class ParquetSheet
{
    private const long MostRowsOfGroup = 100_000_000;

    private static readonly MethodInfo s_typed = typeof(ParquetSheet).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The sheet.</summary>
    public static Sheet Of(SourceBytes file, CancellationToken ct) =>
        new(null, () => Rows(file, ct)) { HasHeader = true, KeepsEmptyRows = true };

    private static IEnumerable<IReadOnlyList<string?>> Rows(SourceBytes file, CancellationToken ct)
    {
        using var stream = file.Open();
        var reader = Guarded(file.Name, () => ParquetReader.CreateAsync(stream, new() { UseDateOnlyTypeForDates = true }, cancellationToken: ct));
        var fields = Guarded(file.Name, () => Task.FromResult(reader.Schema.GetDataFields()));
        yield return [.. fields.Select(f => InList().Replace(f.Path.ToString().Replace('/', '.'), ""))];
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            ct.ThrowIfCancellationRequested();
            var place = group;
            using var rows = Guarded(file.Name, () => Task.FromResult(reader.OpenRowGroupReader(place)));
            if (rows.RowCount is < 0 or > MostRowsOfGroup)
            {
                throw SheetProblems.Damaged(file.Name);
            }

            var columns = fields.Select(f => Guarded(file.Name, () => ReadAsync(rows, f, ct))).ToArray();
            for (var row = 0; row < rows.RowCount; row++)
            {
                yield return [.. columns.Select(c => row < c.Length ? c[row] : null)];
            }
        }
    }

    private static async Task<string?[]> ReadAsync(ParquetRowGroupReader rows, DataField field, CancellationToken ct)
    {
        using var raw = await rows.ReadRawColumnDataBaseAsync(field, ct);
        return raw switch
        {
            RawColumnData<ReadOnlyMemory<char>> texts => Cells(texts, field, rows.RowCount, text => text.ToString()),
            RawColumnData<ReadOnlyMemory<byte>> bytes => Cells(bytes, field, rows.RowCount, value => Encoding.UTF8.GetString(value.Span)),
            _ => (string?[])s_typed.MakeGenericMethod(raw.GetType().GetGenericArguments()[0]).Invoke(null, [raw, field, rows.RowCount])!,
        };
    }

    private static string?[] Typed<T>(RawColumnData<T> raw, DataField field, long rows)
        where T : struct => Cells(raw, field, rows, value => CellText.Of(value));

    // A value stands where the definition level is the highest; where lists begin, the repetition level is 0.
    private static string?[] Cells<T>(RawColumnData<T> raw, DataField field, long rows, Func<T, string?> text)
        where T : struct
    {
        var cells = new string?[rows];
        var values = raw.Values;
        if (field.MaxDefinitionLevel == 0)
        {
            for (var i = 0; i < values.Length && i < cells.Length; i++)
            {
                cells[i] = text(values[i]);
            }

            return cells;
        }

        var levels = raw.DefinitionLevels;
        var (next, row) = (0, -1);
        for (var i = 0; i < levels.Length; i++)
        {
            row += field.MaxRepetitionLevel == 0 || raw.RepetitionLevels[i] == 0 ? 1 : 0;
            if (levels[i] == field.MaxDefinitionLevel && row < cells.Length)
            {
                var cell = text(values[next++]);
                cells[row] = cells[row] is { } before ? $"{before}; {cell}" : cell;
            }
        }

        return cells;
    }

    // How writers call what is in a list is of no interest to people.
    [GeneratedRegex(@"\.list\.(element|item)|\.bag\.(array_element|array|item)", RegexOptions.CultureInvariant)]
    private static partial Regex InList();

    private static T Guarded<T>(string file, Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception cause) when (cause is not (DataException or OperationCanceledException))
        {
            throw SheetProblems.Damaged(file, cause);
        }
    }
}
