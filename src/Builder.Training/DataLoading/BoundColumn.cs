using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;

namespace Builder.Training.DataLoading;

/// <summary>The prepared values of the columns that a block reads.</summary>
public static class BoundColumn
{
    /// <summary>The column itself, or several columns side by side.</summary>
    public static PreparedColumn In(this ColumnBinding binding, PreparedData data) =>
        binding.Columns is [var single] ? data.Columns[single] : data.Combine(binding.Columns);
}
