using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Faults of a description that show before any value is looked at.</summary>
internal static class DataSetChecks
{
    /// <summary>Throws at the first fault.</summary>
    public static void Run(DataSet dataSet, RawTable table)
    {
        if (dataSet.Columns.IsDefaultOrEmpty)
        {
            throw PreparationErrors.NoColumns(dataSet.Id);
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in dataSet.Columns)
        {
            if (!names.Add(column.Name))
            {
                throw PreparationErrors.SameNameTwice(dataSet.Id, column.Name);
            }
        }
        if (table.RowCount == 0)
        {
            throw PreparationErrors.NoRows(table.Name);
        }
    }
}
