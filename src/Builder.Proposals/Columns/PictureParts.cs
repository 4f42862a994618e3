using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Folders of pictures that say which are learned from and which are held back: train, val, test.</summary>
internal static class PictureParts
{
    /// <summary>The column of the folders; null where they say nothing.</summary>
    public static TextColumn? Column(SourceInspection inspection) =>
        inspection.Source is PicturesSource ? inspection.Table.Find<TextColumn>(PicturesSource.PartColumn) : null;

    /// <summary>Whether the split follows the folders: it does until somebody wants another one.</summary>
    public static bool AreUsed(SourceInspection inspection, DataPlan plan) => Column(inspection) is not null && plan.Split.Way is SplitWay.Suitable or SplitWay.Given;

    /// <summary>Pictures that lie in no such folder.</summary>
    public static int Unknown(SourceInspection inspection) => Column(inspection)?.Codes.Count(code => code == TextColumn.Missing) ?? 0;

    /// <summary>The names of the folders of each part, in the order of the parts.</summary>
    public static IReadOnlyList<(Part Part, string[] Folders, int Pictures)> Each(TextColumn column) =>
    [
        .. column.Codes.Where(code => code >= 0).CountBy(code => code).Select(c => (Name: column.Entries[c.Key], Pictures: c.Value))
            .Where(c => PartNames.Of(c.Name) is not null).GroupBy(c => PartNames.Of(c.Name)!.Value).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Select(c => c.Name).ToArray(), g.Sum(c => c.Pictures))),
    ];

    /// <summary>
    /// The data set with the split that follows the folders, where they say something and nobody wants another one. For a part that has no folder, pictures are drawn from
    /// those that are learned from; those that lie in no such folder are left out.
    /// </summary>
    public static DataSet In(SourceInspection inspection, DataPlan plan, DataSet set) => !AreUsed(inspection, plan) ? set : set with
    {
        Rows = PlanEncoding.Complete(set.Rows, PicturesSource.PartColumn, Unknown(inspection) > 0),
        Split = new GivenSplit { By = PicturesSource.PartColumn, Validation = plan.Split.Validation, Test = plan.Split.Test, Seed = plan.Split.Seed },
    };

    /// <summary>What a person decided about the split of pictures.</summary>
    public static DataPlan Read(SourceInspection inspection, DataPlan plan, Split split)
    {
        var rows = PlanReading.OtherRows(plan.Rows, PicturesSource.PartColumn);
        var choice = split is GivenSplit { By: PicturesSource.PartColumn } given
            ? new SplitChoice(SplitWay.Suitable, null, given.Validation, given.Test, given.Seed)
            : plan.Split.Way == SplitWay.Suitable && Column(inspection) is not null
                ? plan.Split with { Way = split is StratifiedSplit ? SplitWay.Even : SplitWay.Random }
                : plan.Split;
        return plan with { Rows = rows, Split = choice };
    }
}
