using System.Collections.Immutable;
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
            Columns = [.. inspection.Columns.Select((c, i) => new ColumnChoice(c.Name, c.Type, uses[i], UnitInName.Of(c.Name)))],
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

    /// <summary>Pictures have one question only: which class each belongs to.</summary>
    private static DataPlan OfPictures(SourceInspection inspection, string dataSetId) => new()
    {
        DataSetId = dataSetId,
        Source = inspection.Source,
        Columns = [.. inspection.Columns.Select((c, i) => c.Name is "class" or "label" && inspection.Profiles[i].Distinct > 1
            ? new ColumnChoice(c.Name, ColumnType.Category, ColumnUse.Target)
            : new ColumnChoice(c.Name, c.Type, c.Type == ColumnType.Picture ? ColumnUse.Input : ColumnUse.Ignored))],
    };

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
