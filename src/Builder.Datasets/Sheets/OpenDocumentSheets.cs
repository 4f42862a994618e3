using System.Globalization;
using System.Text;
using System.Xml;

namespace Builder.Datasets.Sheets;

/// <summary>The sheets of an OpenDocument workbook (.ods): what its content.xml holds.</summary>
internal static class OpenDocumentSheets
{
    private const string Tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Texts = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Styles = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const int MostColumns = 16_384;

    /// <summary>Rows that are written once and repeated: a sheet's style goes on to the last of a million.</summary>
    private const int MostRepeats = 1 << 20;

    /// <summary>All sheets.</summary>
    /// <param name="file">The workbook's name.</param>
    /// <param name="open">Opens content.xml.</param>
    /// <param name="fillsMerged">Whether each of several cells that are one has their value.</param>
    public static IReadOnlyList<Sheet> Of(string file, Func<Stream> open, bool fillsMerged)
    {
        var sheets = Guarded(file, () => Named(open));
        return [.. sheets.Select((sheet, i) => new Sheet(sheet.Name, () => Rows(file, open, i, fillsMerged)) { IsHidden = sheet.IsHidden, MergedCells = () => Covered(file, open, i) })];
    }

    // Whether a sheet is shown its style says, and styles come first.
    private static List<(string Name, bool IsHidden)> Named(Func<Stream> open)
    {
        var (sheets, hidden, style) = (new List<(string Name, bool IsHidden)>(), new HashSet<string>(StringComparer.Ordinal), "");
        using var reader = Xml(open());
        for (var goesOn = reader.Read(); goesOn;)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Tables && reader.LocalName == "table")
            {
                sheets.Add((reader.GetAttribute("name", Tables) ?? $"{sheets.Count + 1}", reader.GetAttribute("style-name", Tables) is { } own && hidden.Contains(own)));
                reader.Skip();
                goesOn = !reader.EOF;
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Styles)
            {
                style = reader.LocalName == "style" ? reader.GetAttribute("name", Styles) ?? "" : style;
                if (reader.LocalName == "table-properties" && reader.GetAttribute("display", Tables) == "false")
                {
                    hidden.Add(style);
                }
            }

            goesOn = reader.Read();
        }

        return sheets;
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(string file, Func<Stream> open, int index, bool fillsMerged)
    {
        using var reader = Xml(open());
        Guarded(file, () => Seek(reader, index));
        var depth = reader.Depth;
        var spans = new Spans();
        var empty = 0;
        while (Guarded(file, reader.Read) && (reader.Depth > depth || reader.NodeType != XmlNodeType.EndElement))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "table-row" || reader.NamespaceURI != Tables)
            {
                continue;
            }

            var repeats = Repeats(reader, "number-rows-repeated", MostRepeats);
            var cells = Guarded(file, () => Row(reader, fillsMerged ? spans : null));
            if (cells.All(c => c is null))
            {
                empty = Math.Min(empty + repeats, MostRepeats);
                continue;
            }

            // Empty rows count only where something follows.
            for (; empty > 0; empty--)
            {
                yield return [];
            }

            for (var i = 0; i < repeats; i++)
            {
                yield return cells;
            }
        }
    }

    private static bool Seek(XmlReader reader, int index)
    {
        for (var seen = -1; reader.Read();)
        {
            while (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table" && reader.NamespaceURI == Tables)
            {
                if (++seen == index)
                {
                    return true;
                }

                reader.Skip();
            }
        }

        return false;
    }

    private static string?[] Row(XmlReader reader, Spans? spans)
    {
        var cells = new List<string?>();
        if (reader.IsEmptyElement)
        {
            return [];
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Tables || reader.LocalName is not ("table-cell" or "covered-table-cell"))
            {
                continue;
            }

            var isCovered = reader.LocalName == "covered-table-cell";
            var repeats = Math.Min(Repeats(reader, "number-columns-repeated", MostColumns), MostColumns - cells.Count);
            var (columns, rows) = (Repeats(reader, "number-columns-spanned", MostColumns), Repeats(reader, "number-rows-spanned", MostRepeats));
            var text = Cell(reader);
            for (var i = 0; i < repeats; i++)
            {
                if (spans is not null && isCovered)
                {
                    cells.Add(spans.At(cells.Count));
                    continue;
                }

                spans?.Add(cells.Count, columns, rows, text);
                cells.Add(text);
            }
        }

        spans?.EndRow();
        while (cells.Count > 0 && cells[^1] is null)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return [.. cells];
    }

    private static string? Cell(XmlReader reader)
    {
        var kind = reader.GetAttribute("value-type", Office);
        var value = reader.GetAttribute("value", Office);
        var (date, time, yes, said) = (reader.GetAttribute("date-value", Office), reader.GetAttribute("time-value", Office), reader.GetAttribute("boolean-value", Office), reader.GetAttribute("string-value", Office));
        var text = Paragraphs(reader);
        return kind switch
        {
            "float" or "percentage" or "currency" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => IsError(text) ? null : CellText.Of(number),
            "date" => date?.Replace('T', ' ') is { } moment ? moment.EndsWith(" 00:00:00", StringComparison.Ordinal) ? moment[..10] : moment : text,
            "time" when time is not null => CellText.Of(XmlConvert.ToTimeSpan(time)),
            "boolean" => yes ?? text,
            "string" => IsError(text) ? null : said ?? text,
            _ => text.Length == 0 || IsError(text) ? null : text,
        };
    }

    private static bool IsError(string text) => text.StartsWith('#') && text.EndsWith('!') || text is "#N/A" or "#NAME?" or "#DIV/0!" || text.StartsWith("Err:", StringComparison.Ordinal);

    private static string Paragraphs(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, paragraphs) = (new StringBuilder(), reader.Depth, 0);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "annotation" } && reader.NamespaceURI == Office)
            {
                reader.Skip();
            }

            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Texts)
            {
                _ = reader.LocalName switch
                {
                    "p" => paragraphs++ > 0 ? text.Append('\n') : text,
                    "s" => text.Append(' ', Repeats(reader, "c", 1000, Texts)),
                    "tab" => text.Append('\t'),
                    "line-break" => text.Append('\n'),
                    _ => text,
                };
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && paragraphs > 0)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString().Trim();
    }

    private static int Covered(string file, Func<Stream> open, int index) => Guarded(file, () =>
    {
        using var reader = Xml(open());
        if (!Seek(reader, index))
        {
            return 0;
        }

        var (count, depth) = (0, reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            count += reader is { NodeType: XmlNodeType.Element, LocalName: "covered-table-cell" } ? Repeats(reader, "number-columns-repeated", MostColumns) : 0;
        }

        return count;
    });

    private static int Repeats(XmlReader reader, string attribute, int most, string space = Tables) =>
        long.TryParse(reader.GetAttribute(attribute, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (int)Math.Clamp(count, 1, most) : 1;

    private static XmlReader Xml(Stream stream) => XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    private static T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is XmlException or FormatException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            throw SheetProblems.Damaged(file, cause);
        }
    }

    /// <summary>Values of cells that reach over the rows below and the columns beside.</summary>
    private sealed class Spans
    {
        private readonly Dictionary<int, (int Rows, string? Text)> _open = [];
        private readonly Dictionary<int, (int Rows, string? Text)> _new = [];

        public void Add(int column, int columns, int rows, string? text)
        {
            for (var i = 0; i < columns && (columns > 1 || rows > 1); i++)
            {
                _new[column + i] = (rows, text);
            }
        }

        public string? At(int column) => _new.TryGetValue(column, out var beside) ? beside.Text : _open.GetValueOrDefault(column).Text;

        public void EndRow()
        {
            foreach (var (column, span) in _new)
            {
                _open[column] = span;
            }

            _new.Clear();
            foreach (var (column, span) in _open.ToArray())
            {
                if (span.Rows <= 1)
                {
                    _open.Remove(column);
                }
                else
                {
                    _open[column] = (span.Rows - 1, span.Text);
                }
            }
        }
    }
}
