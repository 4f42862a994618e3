using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Proposals.Columns;

/// <summary>Writes a plan into a document and leaves the model alone.</summary>
internal static class PlanUse
{
    private const string TargetKind = "Target";

    private static readonly Dictionary<string, ColumnType> s_single = new(StringComparer.Ordinal) { ["PictureInput"] = ColumnType.Picture, ["TextInput"] = ColumnType.Text };

    /// <summary>Makes the edit of a document: the data set, the target block, and input blocks that name columns which are gone.</summary>
    public static Func<ProjectDocument, Edit> Of(SourceInspection inspection, DataPlan plan, string? language)
    {
        var (set, target) = Describe(inspection, plan, language);
        var weights = target is null ? ClassWeights.Alike : ClassWeights.Of(inspection.Table, set, target);
        return document => new Batch(
        [
            new SetDataSet(plan.DataSetId, set), .. Target(document, plan, target), .. Inputs(document, plan.DataSetId, set), .. Alone(document, plan.DataSetId, set, target), .. Weights(document, plan.DataSetId, set, weights),
        ]);
    }

    /// <summary>A model that is there counts its classes as the person has just decided; weights that were set by hand are left alone otherwise.</summary>
    private static IEnumerable<Edit> Weights(ProjectDocument document, string id, DataSet set, ClassWeights weights) =>
        TargetBlock.Find(document, id) is { } block && document.Data.GetValueOrDefault(id) is { } before && IsBalanced(before) != IsBalanced(set)
            ? weights.Edits(document, block.Id)
            : [];

    private static bool IsBalanced(DataSet set) => set.Columns.Any(c => c.Balanced);

    private static (DataSet Set, string? Target) Describe(SourceInspection inspection, DataPlan plan, string? language)
    {
        try
        {
            var encoded = PlanEncoding.Encode(inspection, plan, language, SeriesOrder.Find(inspection, plan));
            return (encoded.DataSet, encoded.Target);
        }
        catch (DataException)
        {
            // A plan in the making: no target yet, or nothing left to read. It is kept as it is.
            return (PlanEncoding.Unfinished(inspection, plan, language), plan.Target?.Name);
        }
    }

    private static IEnumerable<Edit> Target(ProjectDocument document, DataPlan plan, string? target)
    {
        var block = TargetBlock.Find(document, plan.DataSetId);
        if (block is null && target is not null)
        {
            var id = Ids.Fresh("target", document.Blocks.ContainsKey);
            var parameters = Block.NoParameters.SetItem("columns", ParameterValue.Of(target));
            var isOnlyData = document.Data.Keys.All(id => id == plan.DataSetId);
            yield return new AddBlock(new Block
            {
                Id = id, Kind = TargetKind, Parameters = isOnlyData ? parameters : parameters.SetItem("data", plan.DataSetId),
            });
        }
        else if (block is not null && TargetBlock.Column(block) != target)
        {
            yield return new SetParameter(block.Id, "columns", target is null ? null : ParameterValue.Of(target));
        }
    }

    /// <summary>A block that was drawn before there were data gets the only picture or text that there is.</summary>
    private static IEnumerable<Edit> Alone(ProjectDocument document, string dataSet, DataSet set, string? target) =>
        from block in document.Blocks.Values
        where s_single.ContainsKey(block.Kind) && TargetBlock.IsOf(block, dataSet) && block.Parameters.GetValueOrDefault("column") is not ParameterValue.Text { Value.Length: > 0 }
        let fitting = set.Columns.Where(c => c.Type == s_single[block.Kind] && c.Name != target).Take(2).ToList()
        where fitting.Count == 1
        select new SetParameter(block.Id, "column", fitting[0].Name);

    /// <summary>Blocks never name a column that is gone, and the block that reads numbers gets those that are new.</summary>
    private static IEnumerable<Edit> Inputs(ProjectDocument document, string dataSet, DataSet after)
    {
        var names = after.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var block in document.Blocks.Values.Where(b => b.Kind is "NumberInput" or "SeriesInput" or "CategoryInput" && TargetBlock.IsOf(b, dataSet)))
        {
            if (block.Parameters.GetValueOrDefault("columns") is not ParameterValue.List list)
            {
                continue;
            }

            var columns = list.Items.OfType<ParameterValue.Text>().Select(t => t.Value).ToArray();
            var kept = columns.Where(names.Contains).ToArray();
            if (kept.Length > 0 && kept.Length < columns.Length)
            {
                yield return new SetParameter(block.Id, "columns", ParameterValue.Of(kept));
            }
        }
    }
}

/// <summary>Which columns are of use at all, before anybody has said anything.</summary>
internal static class FirstUses
{
    /// <summary>Columns with more gaps than this share tell too little.</summary>
    private const double MostMissing = 0.6;

    /// <summary>A use for every column; none is the target yet.</summary>
    public static ImmutableArray<ColumnUse> Of(SourceInspection inspection) =>
        [.. inspection.Profiles.Select((p, i) => IsUseful(inspection, p, inspection.Columns[i].Type) ? ColumnUse.Input : ColumnUse.Ignored)];

    /// <summary>True for a column that is of use before anybody has said anything.</summary>
    public static bool IsUseful(SourceInspection inspection, ColumnProfile profile, ColumnType type) =>
        type == ColumnType.Picture || IsRunningText(profile, type)
        || (type != ColumnType.Id && profile.Distinct > 1 && profile.Missing <= profile.Count * MostMissing && !GroupColumn.Names(inspection, profile.Name));

    private static bool IsRunningText(ColumnProfile profile, ColumnType type) => type == ColumnType.Text && profile.Count == 1;
}
