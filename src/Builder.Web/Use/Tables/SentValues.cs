using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Datasets.Import;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>What a model is told of the rows of a file: its values, read as the command line reads them, with the marks and the order of dates of the training file or clear ones of its own.</summary>
internal sealed class SentValues
{
    private readonly Dictionary<string, Column> _columns;

    private SentValues(RawTable table, IReadOnlyDictionary<string, DateOrder> orders)
    {
        RowCount = table.RowCount;
        _columns = table.Columns.GroupBy(c => c.Name).ToDictionary(c => c.Key, c => Column.Of(c.FirstOrDefault(n => n is NumberColumn) ?? c.First(), orders.TryGetValue(c.Key, out var order) ? order : null), StringComparer.Ordinal);
    }

    /// <summary>Rows of the file.</summary>
    public int RowCount { get; }

    /// <summary>Reads a file; null where it is not known how the training file was read.</summary>
    /// <exception cref="Builder.Datasets.DataException">It cannot be read.</exception>
    public static SentValues? Read(UseModel model, string path, CancellationToken ct)
    {
        if (model.Data is not { Source: TableSource source } data)
        {
            return null;
        }

        var orders = new Dictionary<string, DateOrder>(StringComparer.Ordinal);
        foreach (var input in model.Description.Inputs)
        {
            if (Enum.TryParse<DateOrder>(input.DateOrder, ignoreCase: true, out var order))
            {
                orders[model.SourceOf(input.Name)] = order;
            }
        }

        var spec = data with { Source = source with { DateOrders = (source.DateOrders ?? TableSource.NoDateOrders).SetItems(orders) } };
        var names = model.Description.Inputs.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        var read = data.Columns.Where(c => names.Contains(c.Name) || (c.From is { } from && names.Contains(from) && c.Window != WindowRole.Target));
        return new(DataImport.ReadForPrediction(spec, path, [.. read.Select(c => c.Name)], ct), orders);
    }

    /// <summary>What is sent of a row, from 0; null where the file has no such column of the source.</summary>
    public Cell? Find(string column, int row) => _columns.TryGetValue(column, out var known) ? known.At(row) : null;

    /// <summary>The values of one column, and cells of it that are none: those go to the model as they are, which says what is wrong with them.</summary>
    private sealed record Column(Func<int, Cell> Value, Dictionary<int, string> Strange)
    {
        public static Column Of(RawColumn column, DateOrder? trained) => column switch
        {
            NumberColumn numbers => new(row => double.IsNaN(numbers.Values[row]) ? (string?)null : numbers.Values[row], Texts(numbers.Findings.Strange)),
            TextColumn texts => new(row => texts[row] is { } text ? InOrder(text, texts.Dates?.Order, trained) : null, Texts(texts.Dates?.Strange ?? [])),
            _ => throw new NotSupportedException(column.GetType().Name),
        };

        public Cell At(int row) => Strange.TryGetValue(row, out var text) ? text : Value(row);

        private static Dictionary<int, string> Texts(IEnumerable<StrangeCell> cells) => cells.Where(c => !GapMarks.Contains(c.Text)).ToDictionary(c => c.Row, c => c.Text);

        // A file that clearly writes its dates otherwise than the training file is told in the form that is the same everywhere.
        private static string InOrder(string text, DateOrder? own, DateOrder? trained) =>
            own is { } order && trained is not null && order != trained && DateText.TryParse(text, order, out var moment) ? moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : text;
    }
}
