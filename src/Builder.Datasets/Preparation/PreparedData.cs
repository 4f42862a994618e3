using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>A data set that is ready for the network: blocks of values, and where the samples of each part start.</summary>
public sealed class PreparedData
{
    private readonly Dictionary<string, PreparedColumn> _combined = [];
    private readonly Lock _combining = new();
    private readonly int[]? _sourceRows;

    internal PreparedData(
        (string Name, int[]? Rows) source, IReadOnlyDictionary<string, PreparedColumn> columns, FittedTransforms fitted, SampleStarts starts, string fingerprint)
    {
        (Source, _sourceRows) = source;
        Columns = columns;
        Fitted = fitted;
        Train = starts.Train;
        Validation = starts.Validation;
        Test = starts.Test;
        Fingerprint = fingerprint;
        ImmutableArray<ColumnSchema> schemas =
            [.. fitted.Columns.Where(c => columns.ContainsKey(c.Name)).Select(c => c.Schema)];
        Schema = new DataSetSchema(fitted.DataSetId, schemas, Train.Length, Validation.Length, Test.Length);
    }

    /// <summary>Name by which blocks refer to the data set.</summary>
    public string DataSetId => Fitted.DataSetId;

    /// <summary>Name of the file or folder that the data come from.</summary>
    public string Source { get; }

    /// <summary>The columns by name.</summary>
    public IReadOnlyDictionary<string, PreparedColumn> Columns { get; }

    /// <summary>Shapes, classes and sizes, for shape inference.</summary>
    public DataSetSchema Schema { get; }

    /// <summary>What was learned from the training rows.</summary>
    public FittedTransforms Fitted { get; }

    /// <summary>SHA-256 over the fingerprint of the source's bytes and the description of the data set, lower-case hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>Start rows of the training samples.</summary>
    public long[] Train { get; }

    /// <summary>Start rows of the validation samples.</summary>
    public long[] Validation { get; }

    /// <summary>Start rows of the test samples.</summary>
    public long[] Test { get; }

    /// <summary>The place in the source, from 0, of a row in memory. For running text, whose rows are tokens, the row itself.</summary>
    public int SourceRow(long row) => _sourceRows is null ? (int)row : _sourceRows[row];

    /// <summary>The column of that name.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public PreparedColumn Column(string name) =>
        Columns.TryGetValue(name, out var column) ? column : throw PreparationErrors.UnknownColumn(DataSetId, name, Columns.Keys);

    /// <summary>
    /// Several columns of numbers side by side: [F] floats a row, F being the sum of the columns' values. Class numbers become floats.
    /// The same columns give the same block again.
    /// </summary>
    /// <exception cref="DataException">A column is a picture or a text, or its windows differ from the others'.</exception>
    public PreparedColumn Combine(IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var key = string.Join('\n', columns);
        lock (_combining)
        {
            if (!_combined.TryGetValue(key, out var block))
            {
                block = ColumnBlock.Join([.. columns.Select(Column)]);
                _combined.Add(key, block);
            }
            return block;
        }
    }

    /// <summary>Checks that a network can learn to predict a column, and that the score on the rows held back would be honest.</summary>
    /// <exception cref="DataException">
    /// The training samples have one class or one value only, or a row held back has a class that no training row has.
    /// </exception>
    public void CheckTarget(string column) => TargetCheck.Run(this, Column(column));
}
