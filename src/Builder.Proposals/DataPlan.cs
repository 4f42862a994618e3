using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals;

/// <summary>What is to be learned from a source: the use of every column and how rows are held back.</summary>
public sealed record DataPlan
{
    /// <summary>Name by which blocks refer to the data set.</summary>
    public required string DataSetId { get; init; }

    /// <summary>Where the rows come from.</summary>
    public required DataSource Source { get; init; }

    /// <summary>All columns of the source, in its order.</summary>
    public ImmutableArray<ColumnChoice> Columns { get; init; } = [];

    /// <summary>How rows are held back.</summary>
    public SplitChoice Split { get; init; } = new();

    /// <summary>Which rows are used besides the rule that the target must be known; null for all.</summary>
    public RowSelection? Rows { get; init; }

    /// <summary>Rows left out and cells corrected by hand; null for none. What is inspected has them applied already.</summary>
    public RowChanges? Changes { get; init; }

    /// <summary>True where the windows of a series may reach across a hole in its times.</summary>
    public bool CrossHoles { get; init; }

    /// <summary>True where mistakes on rare classes or labels shall count as much, all together, as those on frequent ones.</summary>
    public bool Balanced { get; init; }

    /// <summary>The column to predict; null where none is chosen.</summary>
    public ColumnChoice? Target => Columns.FirstOrDefault(c => c.Use == ColumnUse.Target);

    /// <summary>A first plan: types as inferred, ids and constants left out, and a guess at the target.</summary>
    public static DataPlan Guess(SourceInspection inspection, string dataSetId)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        if (inspection.Source is PicturesSource or IdxSource)
        {
            return OfPictures(inspection, dataSetId);
        }

        var uses = FirstUses.Of(inspection);
        var plan = new DataPlan
        {
            DataSetId = dataSetId,
            Source = inspection.Source,
            Columns = [.. inspection.Columns.Select((c, i) => new ColumnChoice(c.Name, c.Type, uses[i], ColumnUnit.Of(inspection.Table.Columns[i])))],
        };
        return TargetGuess.Of(inspection, plan.Columns) is { } target ? plan.WithTarget(target) : plan;
    }

    /// <summary>The plan that a data set of a document stands for.</summary>
    /// <param name="dataSet">The data set.</param>
    /// <param name="target">The data set's column that the document's target names; null where there is none.</param>
    /// <param name="inspection">What its source holds.</param>
    public static DataPlan Read(DataSet dataSet, string? target, SourceInspection inspection)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(inspection);
        return PlanReading.Read(dataSet, target, inspection);
    }

    /// <summary>
    /// The same plan for the file as its new settings make it: what was chosen is kept, what had only been inferred is inferred anew, and row changes stay with their rows.
    /// </summary>
    /// <param name="before">What the source held as it was read until now, with the changes of rows.</param>
    /// <param name="after">What it holds as it is read now, without them.</param>
    public DataPlan Reread(SourceInspection before, SourceInspection after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return PlanRereading.Of(this, before, after);
    }

    /// <summary>The question to pictures is their folder's class, or else what a table beside them says.</summary>
    private static DataPlan OfPictures(SourceInspection inspection, string dataSetId)
    {
        var target = TargetGuess.OfPictures(inspection);
        return new()
        {
            DataSetId = dataSetId,
            Source = inspection.Source,
            Columns = [.. inspection.Columns.Select(c => c.Name == target
                ? new ColumnChoice(c.Name, TargetGuess.TypeOfPictures(inspection.Source, c.Type), ColumnUse.Target, ColumnUnit.Of(inspection.Table.Columns.First(raw => raw.Name == c.Name)))
                : new ColumnChoice(c.Name, c.Type, c.Type == ColumnType.Picture ? ColumnUse.Input : ColumnUse.Ignored))],
        };
    }

    /// <summary>The same plan with another column to predict; the one before becomes an input.</summary>
    public DataPlan WithTarget(string? column) => this with
    {
        Columns = [.. Columns.Select(c => c.Name == column ? c with { Use = ColumnUse.Target }
            : c.Use == ColumnUse.Target ? c with { Use = ColumnUse.Input } : c)],
    };

    /// <summary>The same plan with one column changed.</summary>
    public DataPlan With(ColumnChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var others = choice.Use == ColumnUse.Target ? WithTarget(choice.Name) : this;
        return others with { Columns = [.. others.Columns.Select(c => c.Name == choice.Name ? choice : c)] };
    }
}

/// <summary>What a column of the source is used for.</summary>
public enum ColumnUse
{
    /// <summary>The network reads it.</summary>
    Input,

    /// <summary>The network learns to predict it.</summary>
    Target,

    /// <summary>It is left out.</summary>
    Ignored,
}

/// <summary>What a person decides about one column of the source.</summary>
/// <param name="Name">Name in the source.</param>
/// <param name="Type">What its values mean.</param>
/// <param name="Use">What it is used for.</param>
/// <param name="Unit">Unit of its values; null where there is none.</param>
public sealed record ColumnChoice(string Name, ColumnType Type, ColumnUse Use, string? Unit = null)
{
    /// <summary>True where a network can learn to predict values of its type.</summary>
    public bool CanBeTarget => TargetGuess.CanBeTarget(Type);
}

/// <summary>How rows are held back.</summary>
public enum SplitWay
{
    /// <summary>What suits the task: a series by time, rows about the same one together, classes evenly, everything else at random.</summary>
    Suitable,

    /// <summary>Drawn so that every part has the same share of each class.</summary>
    Even,

    /// <summary>Drawn at random.</summary>
    Random,

    /// <summary>The last rows are held back.</summary>
    Time,

    /// <summary>Rows with the same value of a column stay together.</summary>
    Group,

    /// <summary>A column names the part of each row.</summary>
    Given,
}

/// <summary>What a person decides about the rows that are held back.</summary>
/// <param name="Way">How they are chosen.</param>
/// <param name="By">The column of <see cref="SplitWay.Time"/>, <see cref="SplitWay.Group"/> or <see cref="SplitWay.Given"/>.</param>
/// <param name="Validation">Share that is watched while training.</param>
/// <param name="Test">Share that is kept for the final test.</param>
/// <param name="Seed">The same seed always draws the same rows.</param>
public sealed record SplitChoice(SplitWay Way = SplitWay.Suitable, string? By = null, double Validation = 0.2, double Test = 0.2, long Seed = 1);

/// <summary>How the rows of a table follow each other.</summary>
/// <param name="By">The column that orders them.</param>
/// <param name="GroupBy">The column that keeps several series apart; null for a single one.</param>
/// <param name="Window">Rows that a model looks back at.</param>
public sealed record SeriesShape(string By, string? GroupBy, int Window);

/// <summary>Which time a column of dates spans.</summary>
/// <param name="First">The earliest date, as it is written.</param>
/// <param name="Last">The latest date, as it is written.</param>
/// <param name="Histogram">Rows in each of equally long periods.</param>
public sealed record DateSpan(string First, string Last, ImmutableArray<int> Histogram)
{
    private const int Periods = 20;

    /// <summary>Looks through a column; null where its texts are no dates.</summary>
    public static DateSpan? Of(RawColumn column)
    {
        if (column is not TextColumn texts || DateKeys.Days(texts) is not { } days || Array.TrueForAll(days, double.IsNaN))
        {
            return null;
        }

        var (first, last) = (-1, -1);
        for (var row = 0; row < days.Length; row++)
        {
            first = !double.IsNaN(days[row]) && (first < 0 || days[row] < days[first]) ? row : first;
            last = !double.IsNaN(days[row]) && (last < 0 || days[row] > days[last]) ? row : last;
        }

        var counts = new int[Periods];
        foreach (var day in days.Where(d => !double.IsNaN(d)))
        {
            var place = days[last] > days[first] ? (day - days[first]) / (days[last] - days[first]) * Periods : 0;
            counts[Math.Min((int)place, Periods - 1)]++;
        }

        return new DateSpan(texts[first]!, texts[last]!, [.. counts]);
    }
}
