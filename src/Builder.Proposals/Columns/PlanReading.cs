using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Proposals.Columns;

/// <summary>Reads back from a data set what a person decided.</summary>
internal static class PlanReading
{
    /// <summary>The plan that leads to this data set.</summary>
    public static DataPlan Read(DataSet dataSet, string? target, SourceInspection inspection)
    {
        var targetSource = target is null ? null : dataSet.Columns.FirstOrDefault(c => c.Name == target)?.SourceName;
        var plan = new DataPlan
        {
            DataSetId = dataSet.Id,
            Source = dataSet.Source,
            Columns = [.. inspection.Columns.Select((c, i) => Choice(dataSet, c, inspection.Table.Columns[i], targetSource))],
            Split = SplitOf(dataSet, targetSource),
            Rows = OtherRows(dataSet.Rows, targetSource),
            Changes = dataSet.Changes,
            Balanced = dataSet.Columns.FirstOrDefault(c => c.Name == target)?.Balanced == true,
        };

        if (dataSet.Source is PicturesSource)
        {
            return PictureParts.Read(inspection, plan, dataSet.Split);
        }

        if (dataSet.Windows is { } windows)
        {
            return plan with { CrossHoles = windows.LongestStep is null, Rows = OtherRows(plan.Rows, windows.OrderBy) };
        }

        // Rows that could be read as a series, or kept together, but are not, were told apart on purpose.
        var group = GroupColumn.Find(inspection, plan)?.Name;
        var isOnPurpose = plan.Split.Way == SplitWay.Suitable && (group is not null || SeriesOrder.Find(inspection, plan) is not null);
        return isOnPurpose ? plan with { Split = plan.Split with { Way = dataSet.Split is StratifiedSplit ? SplitWay.Even : SplitWay.Random } }
            : plan.Split.Way == SplitWay.Group && plan.Split.By == group ? AsSuits(inspection, plan)
            : plan;
    }

    /// <summary>Rows that are kept together as suits; where the table could be a series, it was not chosen by itself.</summary>
    private static DataPlan AsSuits(SourceInspection inspection, DataPlan plan)
    {
        var suitable = plan with { Split = plan.Split with { Way = SplitWay.Suitable, By = null } };
        return SeriesOrder.Find(inspection, suitable) is null ? suitable : plan;
    }

    private static ColumnChoice Choice(DataSet dataSet, DataColumn source, RawColumn raw, string? target)
    {
        var used = dataSet.Columns.Where(c => c.SourceName == source.Name).OrderBy(c => c.Window).FirstOrDefault();
        var orders = dataSet.Windows is { } windows && (windows.OrderBy == source.Name || windows.GroupBy == source.Name);
        var use = source.Name == target ? ColumnUse.Target : used is not null || orders ? ColumnUse.Input : ColumnUse.Ignored;
        return new ColumnChoice(source.Name, used?.Type ?? source.Type, use, used is null ? ColumnUnit.Of(raw) : used.Unit);
    }

    private static SplitChoice SplitOf(DataSet dataSet, string? target) => dataSet.Split switch
    {
        StratifiedSplit s when s.By == target => new(SplitWay.Suitable, null, s.Validation, s.Test, s.Seed),
        StratifiedSplit s => new(SplitWay.Random, null, s.Validation, s.Test, s.Seed),
        GroupSplit s => new(SplitWay.Group, s.By, s.Validation, s.Test, s.Seed),
        TimeSplit s when dataSet.Windows is not null => new(SplitWay.Suitable, null, s.Validation, s.Test),
        TimeSplit s => new(SplitWay.Time, s.By, s.Validation, s.Test),
        GivenSplit s => new(SplitWay.Given, s.By),
        DrawnSplit s when IsCategory(dataSet, target) => new(SplitWay.Random, null, s.Validation, s.Test, s.Seed),
        DrawnSplit s => new(SplitWay.Suitable, null, s.Validation, s.Test, s.Seed),
        _ => new(),
    };

    private static bool IsCategory(DataSet dataSet, string? target) =>
        dataSet.Columns.FirstOrDefault(c => c.SourceName == target)?.Type == ColumnType.Category;

    /// <summary>What remains of the selection once the rule is taken away that the target must be known.</summary>
    internal static RowSelection? OtherRows(RowSelection? rows, string? target)
    {
        if (rows is null)
        {
            return null;
        }

        ImmutableArray<string> complete = [.. rows.Complete.Where(c => c != target)];
        return complete.IsEmpty && rows.Where.IsEmpty && rows.Limit is null && !rows.Distinct ? null : rows with { Complete = complete };
    }
}

/// <summary>Collects what is done to the columns, for the explanation. Names are those of the source.</summary>
internal sealed class ColumnNotes
{
    /// <summary>Numbers brought to a common scale.</summary>
    public List<string> Scaled { get; } = [];

    /// <summary>Numbers of which a few are far larger than the others.</summary>
    public List<string> DrawnTogether { get; } = [];

    /// <summary>Categories as yes/no values.</summary>
    public List<string> OneHot { get; } = [];

    /// <summary>Several labels in a cell as yes/no values.</summary>
    public List<string> MultiHot { get; } = [];

    /// <summary>Categories that get an embedding.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>Dates taken apart.</summary>
    public List<string> Dates { get; } = [];

    /// <summary>Columns whose gaps are filled.</summary>
    public List<string> Filled { get; } = [];

    /// <summary>The text that is cut into words or characters.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Columns that a person or the profile left out, and those that this kind of network cannot read.</summary>
    public List<string> LeftOut { get; } = [];
}

/// <summary>Why no model can be proposed, with a way out.</summary>
internal static class ProposalProblems
{
    private static readonly MessageTemplate NoTargetWords = new(
        "proposal-no-target",
        "Nothing is chosen yet that the model should predict. Choose a column with numbers, classes or labels.",
        "还没有选择要预测的内容。请选择一个数值列、类别列或标签列。");

    public static DataException NoTarget() =>
        new(NoTargetWords.With());

    private static readonly MessageTemplate BadTargetWords = new(
        "proposal-bad-target",
        "“{column}” holds neither numbers nor classes, so it cannot be predicted. Choose another column, or change its type to Number or Category.",
        "“{column}”既不是数值也不是类别，无法预测。请选择其他列，或把它的类型改为“数值”或“类别”。");

    public static DataException BadTarget(string column) =>
        new(BadTargetWords.With(("column", column)), new(Column: column));

    private static readonly MessageTemplate NoInputsWords = new(
        "proposal-no-inputs",
        "There is no column left to learn from. Set at least one more column to Input.",
        "没有可供学习的列了。请至少再把一列设为“输入”。");

    public static DataException NoInputs() =>
        new(NoInputsWords.With());

    private static readonly MessageTemplate NoClassesWords = new(
        "proposal-no-classes",
        "All pictures lie in one folder, so there is nothing to tell apart. Put the pictures of each class into a folder of its own, named like the class, and zip them again.",
        "所有图片都在同一个文件夹中，没有可区分的类别。请把每一类的图片放进各自的文件夹（以类别命名），再重新压缩上传。");

    public static DataException NoClasses() =>
        new(NoClassesWords.With());

    private static readonly MessageTemplate NoLabelsWords = new(
        "proposal-no-labels",
        "These pictures come without labels, so there is nothing to predict. Upload the file with the labels as well.",
        "这些图片没有标签，没有可预测的内容。请把标签文件也一并上传。");

    public static DataException NoLabels() =>
        new(NoLabelsWords.With());
}
