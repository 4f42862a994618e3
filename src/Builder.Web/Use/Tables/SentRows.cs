using Builder.Protocol;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>The rows of a file as they are sent to a model.</summary>
/// <param name="model">The model.</param>
/// <param name="table">The file as it is written.</param>
/// <param name="values">What its cells say; null where that is only known by the texts.</param>
internal sealed class SentRows(UseModel model, TextTable table, SentValues? values)
{
    private readonly string[] _keys = [.. new[] { model.Data?.Windows?.OrderBy, model.Data?.Windows?.GroupBy }.OfType<string>().Where(table.Has)];

    /// <summary>Number of rows.</summary>
    public int Count => table.Count;

    /// <summary>The cells of a row, from 0, by the names of the inputs, with those that order and group a series.</summary>
    public IReadOnlyDictionary<string, Cell> Row(int row)
    {
        var cells = model.Description.Inputs.ToDictionary(i => i.Name, i => CellOf(i, row), StringComparer.Ordinal);
        foreach (var key in _keys)
        {
            cells.TryAdd(key, values?.Find(key, row) ?? table.Value(key, row));
        }

        return cells;
    }

    private Cell CellOf(InputDescription input, int row)
    {
        var source = model.SourceOf(input.Name);
        var isOwn = table.Has(input.Name) && source != input.Name;
        return isOwn ? table.CellOf(input, table.Value(input.Name, row)) : values?.Find(source, row) ?? table.CellOf(input, table.Value(source, row));
    }
}
