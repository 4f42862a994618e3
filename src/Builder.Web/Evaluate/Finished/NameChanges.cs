using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Archives;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms;
using Builder.Files;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Web.Data;

namespace Builder.Web.Evaluate.Finished;

/// <summary>What the data of a project call otherwise than a model does that was trained before.</summary>
/// <param name="Column">The column of the classes or labels that the model predicts; null where none have changed.</param>
/// <param name="Gone">Classes that it may answer and that the data do not have any more.</param>
/// <param name="Added">Classes of the data that it does not know.</param>
/// <param name="GoneColumns">Columns that it reads and that the data do not have any more.</param>
/// <param name="AddedColumns">Columns that are used now and were not there for it.</param>
public sealed record NameChanges(
    string? Column, ImmutableArray<string> Gone, ImmutableArray<string> Added, ImmutableArray<string> GoneColumns, ImmutableArray<string> AddedColumns)
{
    /// <summary>The new name of each class that is gone, as far as the rows or pictures themselves tell it.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether each class may just have another name: as many are new as are gone.</summary>
    public bool MayBeRenamed => Column is not null && Gone.Length > 0 && Gone.Length == Added.Length;

    /// <summary>The names of a model and those of the data; null where they agree.</summary>
    /// <param name="learned">What the model knows of its data.</param>
    /// <param name="predicted">The columns that it predicts.</param>
    /// <param name="now">The data set as it is.</param>
    /// <param name="schema">What a training would make of it.</param>
    /// <param name="table">Its source.</param>
    public static NameChanges? Between(FittedTransforms learned, IReadOnlyCollection<string> predicted, DataSet now, DataSetSchema schema, RawTable table)
    {
        ArgumentNullException.ThrowIfNull(learned);
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(table);
        var there = table.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var read = learned.Columns.Select(c => c.Source).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> goneColumns = now.Source is TextSource ? [] : [.. learned.Columns.Select(c => c.Source).Where(name => !there.Contains(name)).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> addedColumns = goneColumns.IsEmpty ? [] : [.. now.Columns.Select(c => c.SourceName).Where(name => !read.Contains(name)).Distinct(StringComparer.Ordinal)];
        foreach (var column in learned.Columns.Where(c => predicted.Contains(c.Name) && c.Type is ColumnType.Category or ColumnType.Labels && !c.Schema.ClassNames.IsEmpty && there.Contains(c.Source)))
        {
            if (now.Columns.FirstOrDefault(c => c.SourceName == column.Source && c.Type == column.Type) is not { } same || schema.Find(same.Name) is not { } classes)
            {
                continue;
            }

            var all = NamesIn(table, column).ToHashSet(StringComparer.Ordinal);
            ImmutableArray<string> gone = [.. column.Schema.ClassNames.Where(name => !all.Contains(name))];
            ImmutableArray<string> added = [.. classes.ClassNames.Where(name => !column.Schema.ClassNames.Contains(name))];
            if (!gone.IsEmpty || !added.IsEmpty)
            {
                return new(column.Name, gone, added, goneColumns, addedColumns);
            }
        }

        return goneColumns.IsEmpty ? null : new(null, [], [], goneColumns, addedColumns);
    }

    private static IEnumerable<string> NamesIn(RawTable table, FittedColumn column) => column.Type == ColumnType.Labels && table.Find<TextColumn>(column.Source) is { } texts
        ? LabelColumns.Count(texts, LabelColumns.SeparatorOf(texts)).Keys
        : Enumerable.Range(0, table.RowCount).Select(row => SingleColumn.NameOf(table, column.Source, row)).OfType<string>();
}

/// <summary>Compares the names that models know with those of their projects' data.</summary>
/// <param name="inspections">Looks into the data.</param>
public sealed class ModelNames(DataInspections inspections)
{
    /// <summary>What has other names than a run's model knows; null where nothing has, or the data cannot be read.</summary>
    /// <param name="run">The run.</param>
    /// <param name="document">The project as it is.</param>
    /// <param name="schema">What a training would make of its data.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<NameChanges?> ChangedAsync(FinishedRun run, ProjectDocument document, DataSchema schema, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(schema);
        var project = Path.GetDirectoryName(Path.GetDirectoryName(run.Folder))!;
        try
        {
            if (await Task.Run(() => GivenNames.Learned(run), ct) is not { } learned || Same(document, learned.DataSetId) is not { } set
                || schema.DataSets.FirstOrDefault(d => d.Id == set.Id) is not { } shapes)
            {
                return null;
            }

            var table = (await inspections.OfAsync(project, set.Source, set.Changes, ct)).Table;
            string[] predicted = [.. run.Evaluation.Heads.SelectMany(h => h.Targets)];
            var changes = await Task.Run(() => NameChanges.Between(learned, predicted, set, shapes, table), ct);
            return changes is { MayBeRenamed: true } ? changes with { Known = await KnownAsync(run, project, learned, changes, table, ct) } : changes;
        }
        catch (Exception gone) when (gone is DataException or IOException or UnauthorizedAccessException)
        {
            // What cannot be read is told on the Data page.
            return null;
        }
    }

    /// <summary>The data set of that name, or the only one: whoever brings other data gets another name for them.</summary>
    private static DataSet? Same(ProjectDocument document, string id) => document.Data.GetValueOrDefault(id) ?? (document.Data.Count == 1 ? document.Data.Values.First() : null);

    private async Task<IReadOnlyDictionary<string, string>> KnownAsync(
        FinishedRun run, string project, FittedTransforms learned, NameChanges changes, RawTable now, CancellationToken ct)
    {
        var known = await InRowsAsync(run, project, learned, changes, now, ct);
        return known.Count == changes.Gone.Length ? known
            : changes.Gone is [var gone] ? new Dictionary<string, string> { [gone] = changes.Added[0] } : known;
    }

    private async Task<IReadOnlyDictionary<string, string>> InRowsAsync(
        FinishedRun run, string project, FittedTransforms learned, NameChanges changes, RawTable now, CancellationToken ct)
    {
        try
        {
            if (BoundedFile.Read(new RunFolder(run.Folder).Document, DocumentLimits.FileBytes) is not { } json || ProjectJson.Read(json).Data.GetValueOrDefault(learned.DataSetId) is not { } set)
            {
                return ImmutableDictionary<string, string>.Empty;
            }

            var then = (await inspections.OfAsync(project, set.Source, set.Changes, ct)).Table;
            var given = GivenNames.Of(run).FirstOrDefault(g => g.Column == changes.Column)?.Back().Names;
            string[] asTrained = [.. changes.Gone.Select(name => given?.GetValueOrDefault(name) ?? name)];
            var found = await Task.Run(() => RenamedClasses.Find(then, now, learned[changes.Column!].Source, asTrained, changes.Added), ct);
            return changes.Gone.Zip(asTrained).Where(n => found.ContainsKey(n.Second)).ToDictionary(n => n.First, n => found[n.Second], StringComparer.Ordinal);
        }
        catch (Exception gone) when (gone is DataException or ProjectFileException or IOException or UnauthorizedAccessException)
        {
            // The data as they were are not there any more: a person has to say which class is which.
            return ImmutableDictionary<string, string>.Empty;
        }
    }
}
