using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Faults that show before any value is looked at.</summary>
internal static class DataSetChecks
{
    /// <summary>Throws where the description uses no columns, or one name twice.</summary>
    public static void Description(DataSet dataSet)
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
    }

    /// <summary>Throws where there are no rows.</summary>
    public static void Rows(RawTable table)
    {
        if (table.RowCount == 0)
        {
            throw DataProblems.NoRows(table.Name);
        }
    }
}
