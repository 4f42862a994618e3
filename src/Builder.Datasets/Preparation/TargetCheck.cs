namespace Builder.Datasets.Preparation;

/// <summary>Whether a column can be predicted at all.</summary>
internal static class TargetCheck
{
    /// <summary>Throws where it cannot.</summary>
    public static void Run(PreparedData data, PreparedColumn column)
    {
        if (column.WindowLength is null && column.RowShape.IsEmpty)
        {
            CheckVaried(data, column);
        }
        if (data.Fitted[column.Name].Schema.IsMultiLabel)
        {
            // A label that no training row has is no class: it is not told, and a row may have others.
            CheckLabelsVary(data, column);
            return;
        }
        CheckSeen(data, column);
    }

    private static void CheckLabelsVary(PreparedData data, PreparedColumn column)
    {
        var (values, width) = ((float[])column.Values, (int)column.RowSize);
        ReadOnlySpan<float> Of(long start) => values.AsSpan((int)((start + column.WindowOffset) * width), width);
        if (column.WindowLength is null && Array.TrueForAll(data.Train, start => Of(start).SequenceEqual(Of(data.Train[0]))))
        {
            throw PreparationErrors.SameLabels(data.Source, column.Name);
        }
    }

    private static void CheckVaried(PreparedData data, PreparedColumn column)
    {
        var fitted = data.Fitted[column.Name];
        if (column.Values is long[] classes && fitted.Schema.Classes is not null)
        {
            var first = classes[data.Train[0] + column.WindowOffset];
            if (Array.TrueForAll(data.Train, start => classes[start + column.WindowOffset] == first))
            {
                throw PreparationErrors.OneClass(data.Source, column.Name, fitted.ClassName((int)first));
            }
        }
        else if (column.Values is float[] numbers)
        {
            var first = numbers[data.Train[0] + column.WindowOffset];
            if (Array.TrueForAll(data.Train, start => numbers[start + column.WindowOffset] == first))
            {
                throw PreparationErrors.ConstantTarget(data.Source, column.Name, fitted.ToUnits(first));
            }
        }
    }

    private static void CheckSeen(PreparedData data, PreparedColumn column)
    {
        if (column.UnseenRows.Count == 0)
        {
            return;
        }
        var unseen = column.UnseenRows.ToHashSet();
        foreach (var start in data.Validation.Concat(data.Test))
        {
            var row = (int)start + column.WindowOffset;
            if (unseen.Contains(row))
            {
                throw PreparationErrors.UnseenClass(data.Source, column.Name, data.SourceRow(row) + 1);
            }
        }
    }
}
