using Builder.Datasets.Changes;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Reads the source of a data set into raw columns.</summary>
public static class DataImport
{
    /// <summary>
    /// Reads every source column that the data set's columns, row conditions, windows and split name, and keeps the rows that it
    /// selects, with the person's own changes. Numbers become <see cref="NumberColumn"/>s, pictures a <see cref="PictureColumn"/>, all else <see cref="TextColumn"/>s;
    /// a source column that is used both ways is there twice. A running text is one row.
    /// </summary>
    /// <param name="spec">The data set.</param>
    /// <param name="projectFolder">The folder that the source's paths are relative to.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="DataException">The source cannot be used.</exception>
    public static RawTable Read(DataSet spec, string projectFolder, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var table = spec.Source switch
        {
            TableSource source => TableImport.Read(source, ProjectPath.Resolve(projectFolder, source.Path), ColumnNeeds.Of(spec), (spec.Rows, spec.Changes), ct),
            PicturesSource source => PictureImport.Read(source, ProjectPath.Resolve(projectFolder, source.Path), ColumnNeeds.Of(spec), ct),
            IdxSource source => IdxImport.Read(
                source,
                ProjectPath.Resolve(projectFolder, source.Images),
                source.Labels is { } labels ? ProjectPath.Resolve(projectFolder, labels) : null),
            TextSource source => RunningTextImport.Read(source, ProjectPath.Resolve(projectFolder, source.Path)),
            _ => throw new NotSupportedException(spec.Source.GetType().Name),
        };
        var selected = RowSelector.Select(ChangedRows.Apply(table, spec.Changes), spec);
        return selected.RowCount > 0 ? selected : throw DataProblems.NoRows(table.Name);
    }

    /// <summary>
    /// Reads new rows to predict: a table like the source's, one picture, a folder or zip of pictures, IDX pictures, or a text file.
    /// Columns that the file lacks are left out; rows are not selected.
    /// </summary>
    /// <param name="spec">The data set that the model was trained on.</param>
    /// <param name="inputFile">The file or folder, anywhere.</param>
    /// <param name="inputs">Names of the columns that the model reads; null where any may be read.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="DataException">The file cannot be used.</exception>
    public static RawTable ReadForPrediction(
        DataSet spec, string inputFile, IReadOnlyCollection<string>? inputs = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!File.Exists(inputFile) && !Directory.Exists(inputFile))
        {
            throw DataProblems.FileMissing(inputFile);
        }

        var table = spec.Source switch
        {
            TableSource source => NewTableImport.Read(spec, source, inputFile, inputs, ct),
            PicturesSource => PictureImport.ReadAny(inputFile),
            IdxSource source when PictureImport.IsIdx(inputFile) => IdxImport.Read(source, inputFile, labelsPath: null),
            IdxSource => PictureImport.ReadAny(inputFile),
            TextSource source => RunningTextImport.Read(source with { Encoding = null }, inputFile),
            _ => throw new NotSupportedException(spec.Source.GetType().Name),
        };
        return table.RowCount > 0 ? MeantValues.Apply(table, spec.Changes) : throw DataProblems.NoRows(table.Name);
    }
}
