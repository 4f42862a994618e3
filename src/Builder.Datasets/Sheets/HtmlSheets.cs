using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Builder.Datasets.Csv;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Sheets;

/// <summary>The tables of a web page, or of what a program has saved as "Excel" and is one.</summary>
internal static class HtmlSheets
{
    private const int MostCharacters = 256 << 20;

    // As browsers have it.
    private const int MostSpan = 1_000;

    /// <summary>Cells of all tables, those that spans add counted: a hundred letters can ask for a million.</summary>
    private const int MostCells = 20_000_000;

    /// <summary>Whether a text begins as a web page, or a part of one, with a table.</summary>
    public static bool Looks(string start)
    {
        var text = start.AsSpan().TrimStart("\uFEFF \t\r\n");
        return text.StartsWith("<") && (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<table", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All tables that hold no other table.</summary>
    public static IReadOnlyList<Sheet> Of(SourceBytes file, Encoding encoding, bool fillsMerged)
    {
        using var reader = new StreamReader(Utf8Source.Open(file.Open, encoding), Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[1 << 16];
        while (reader.Read(buffer) is var read and > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > MostCharacters)
            {
                throw DataProblems.TooLargeForMemory(file.Name, isTable: true);
            }
        }

        var whole = text.ToString();
        if (!HtmlDepth.IsBearable(whole))
        {
            throw SheetProblems.Nested(file.Name, HtmlDepth.Most);
        }

        using var page = new HtmlParser().ParseDocument(whole);
        var tables = page.QuerySelectorAll("table").OfType<IHtmlTableElement>().Where(t => t.QuerySelector("table") is null && t.Rows.Length > 0).ToArray();
        var left = MostCells;
        var sheets = new List<Sheet>();
        foreach (var table in tables)
        {
            sheets.Add(Read(file.Name, table, Name(table, sheets.Count), fillsMerged, ref left));
        }

        return sheets;
    }

    private static string Name(IHtmlTableElement table, int place) =>
        table.Caption?.TextContent.Trim() is { Length: > 0 } caption ? string.Create(CultureInfo.InvariantCulture, $"{place + 1}: {caption}")
        : (place + 1).ToString(CultureInfo.InvariantCulture);

    private static Sheet Read(string file, IHtmlTableElement table, string name, bool fillsMerged, ref int left)
    {
        var rows = new List<string?[]>();
        var open = new Dictionary<int, (int Rows, string? Text)>();
        var merged = 0;
        foreach (var row in table.Rows)
        {
            var cells = new List<string?>();
            void Carry()
            {
                while (open.TryGetValue(cells.Count, out var above) && above.Rows > 0)
                {
                    open[cells.Count] = (above.Rows - 1, above.Text);
                    cells.Add(fillsMerged ? above.Text : null);
                    merged++;
                }
            }

            foreach (var cell in row.Cells)
            {
                Carry();
                if (cells.Count > CsvTable.MostColumns)
                {
                    throw TableProblems.TooManyColumns(file, cells.Count, CsvTable.MostColumns);
                }

                var text = string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                var (columns, below) = (Math.Clamp(cell.ColumnSpan, 1, MostSpan), Math.Clamp(cell.RowSpan, 1, MostSpan) - 1);
                for (var i = 0; i < columns; i++)
                {
                    if (below > 0)
                    {
                        open[cells.Count] = (below, text);
                    }

                    merged += i > 0 ? 1 : 0;
                    cells.Add(i == 0 || fillsMerged ? text : null);
                }
            }

            Carry();
            left -= cells.Count;
            if (left < 0)
            {
                throw SheetProblems.TooManyCells(file, MostCells);
            }

            rows.Add([.. cells]);
        }

        return new(name, () => rows) { Header = HeaderOf(table, rows), MergedCells = () => merged };
    }

    // Rows of nothing but head cells, of which one alone over the whole table is its title.
    private static TableHeader? HeaderOf(IHtmlTableElement table, List<string?[]> rows)
    {
        var names = table.Rows.TakeWhile(r => r.Cells.Length > 0 && r.Cells.All(c => c.LocalName == "th")).Take(TableHeader.MostLines).Count();
        return names == 0 || (table.Rows[0].Cells.Length == 1 && rows[0].Length > 1) ? null
            : new(names, LinesBelowNames.Of([.. rows.Take(CsvSample.MostLines).Select(r => Array.ConvertAll(r, c => c ?? ""))], names));
    }
}
