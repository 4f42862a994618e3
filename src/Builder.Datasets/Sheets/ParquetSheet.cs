using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Builder.Datasets.Archives;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Builder.Datasets.Sheets;

/// <summary>The table of a Parquet file; fields of structures are columns of their own, lists are texts with semicolons.</summary>
internal static partial class ParquetSheet
{
    /// <summary>So many values a column of a row group may always have,</summary>
    private const long AlwaysAllowed = 1 << 20;

    /// <summary>and so many for each of its bytes: the same value again and again takes hardly any.</summary>
    private const long MostOfByte = 1000;

    /// <summary>So many bytes a page may always become: writers make pages of a megabyte or a few, and of one value again and again hardly any bytes are left.</summary>
    private const long AlwaysAllowedOfPage = 16 << 20;

    private static readonly MethodInfo s_typed = typeof(ParquetSheet).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The sheet.</summary>
    public static Sheet Of(SourceBytes file, CancellationToken ct)
    {
        using var stream = file.Open();
        var reader = Open(file.Name, stream, ct);
        var width = Fields(file.Name, reader).Length;
        CheckCounts(file.Name, reader, stream);
        return new(null, () => Rows(file, ct)) { Header = true, KeepsEmptyRows = true, Known = new(0, width, width, 0) };
    }

    private static ParquetReader Open(string file, Stream stream, CancellationToken ct) =>
        Guarded(file, () =>
        {
            ParquetFooter.Check(stream);
            return ParquetReader.CreateAsync(stream, new() { UseDateOnlyTypeForDates = true }, cancellationToken: ct);
        });

    // Memory is taken for as many values as are announced, before the first is read.
    private static void CheckCounts(string file, ParquetReader reader, Stream stream)
    {
        var cells = 0L;
        foreach (var chunk in (reader.Metadata?.RowGroups ?? []).SelectMany(g => g.Columns).Select(c => c.MetaData))
        {
            if (chunk is null || chunk.NumValues < 0 || chunk.TotalCompressedSize < 0 || chunk.TotalCompressedSize > stream.Length)
            {
                throw SheetProblems.Damaged(file);
            }

            if (chunk.NumValues > Math.Max(AlwaysAllowed, chunk.TotalCompressedSize * MostOfByte))
            {
                throw ArchiveProblems.Bomb(file, MostOfByte);
            }

            cells += chunk.NumValues;
            if (cells > Sheet.UsualMostCells)
            {
                throw SheetProblems.TooManyCells(file, Sheet.UsualMostCells);
            }
        }

        // What counts rows alone costs nothing but time.
        if ((reader.Metadata?.RowGroups ?? []).Any(g => g.NumRows < 0 || g.NumRows > Sheet.UsualMostCells))
        {
            throw SheetProblems.Damaged(file);
        }

        Guarded(file, () =>
        {
            ParquetPages.Check(stream, (reader.Metadata?.RowGroups ?? []).SelectMany(g => g.Columns).Select(c => c.MetaData!), packed => Math.Max(AlwaysAllowedOfPage, packed * MostOfByte));
            return Task.FromResult(true);
        });
    }

    private static DataField[] Fields(string file, ParquetReader reader) => Guarded(file, () => Task.FromResult(reader.Schema.GetDataFields()));

    private static IEnumerable<IReadOnlyList<string?>> Rows(SourceBytes file, CancellationToken ct)
    {
        using var stream = file.Open();
        var reader = Open(file.Name, stream, ct);
        var fields = Fields(file.Name, reader);
        yield return [.. fields.Select(f => InList().Replace(f.Path.ToString().Replace('/', '.'), ""))];
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            ct.ThrowIfCancellationRequested();
            var place = group;
            using var rows = Guarded(file.Name, () => Task.FromResult(reader.OpenRowGroupReader(place)));
            if (fields.Length == 0 && rows.RowCount > 0)
            {
                throw SheetProblems.Damaged(file.Name);
            }

            // The values stay as the file has them; a text is made of each only when its row comes.
            var columns = fields.Select(f => Guarded(file.Name, () => ReadAsync(rows, f, ct)).GetEnumerator()).ToArray();
            for (var row = 0L; row < rows.RowCount; row++)
            {
                var isThere = false;
                var cells = new string?[columns.Length];
                for (var i = 0; i < cells.Length; i++)
                {
                    var has = Guarded(file.Name, () => Task.FromResult(columns[i].MoveNext()));
                    cells[i] = has ? columns[i].Current : null;
                    isThere |= has;
                }

                // A group that says that it has more rows than there are values.
                yield return isThere ? cells : throw SheetProblems.Damaged(file.Name);
            }
        }
    }

    private static async Task<IEnumerable<string?>> ReadAsync(ParquetRowGroupReader rows, DataField field, CancellationToken ct)
    {
        var raw = await rows.ReadRawColumnDataBaseAsync(field, ct);
        return raw switch
        {
            RawColumnData<ReadOnlyMemory<char>> texts => Cells(texts, field, text => text.ToString()),
            RawColumnData<ReadOnlyMemory<byte>> bytes => Cells(bytes, field, value => Encoding.UTF8.GetString(value.Span)),
            _ => (IEnumerable<string?>)s_typed.MakeGenericMethod(raw.GetType().GetGenericArguments()[0]).Invoke(null, [raw, field])!,
        };
    }

    private static IEnumerable<string?> Typed<T>(RawColumnData<T> raw, DataField field)
        where T : struct => Cells(raw, field, value => CellText.Of(value));

    // A value stands where the definition level is the highest; where lists begin, the repetition level is 0.
    private static IEnumerable<string?> Cells<T>(RawColumnData<T> raw, DataField field, Func<T, string?> text)
        where T : struct
    {
        using var owned = raw;
        if (field.MaxDefinitionLevel == 0)
        {
            var count = raw.Values.Length;
            for (var i = 0; i < count; i++)
            {
                yield return text(raw.Values[i]);
            }

            yield break;
        }

        var (levels, next) = (raw.DefinitionLevels.Length, 0);
        for (var i = 0; i < levels;)
        {
            string? cell = null;
            do
            {
                if (raw.DefinitionLevels[i] == field.MaxDefinitionLevel)
                {
                    var value = text(raw.Values[next++]);
                    cell = cell is null ? value : $"{cell}; {value}";
                }
            }
            while (++i < levels && field.MaxRepetitionLevel > 0 && raw.RepetitionLevels[i] != 0);

            yield return cell;
        }
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
