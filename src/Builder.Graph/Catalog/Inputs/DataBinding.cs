using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>The columns of a data set that a block names, or what is wrong with the names.</summary>
/// <param name="Columns">The columns in the order in which the block names them; empty with a problem.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record DataBinding(ImmutableArray<ColumnSchema> Columns, Problem? Problem = null)
{
    private static readonly MessageTemplate NoData = new(
        "NoData.columns",
        "there is no data yet. Attach a data set to the project, then choose its columns here.",
        "还没有数据。请先给项目添加一个数据集，再在这里选择列。");

    private static readonly MessageTemplate SeveralDataSets = new(
        "UnknownDataSet.several",
        "the project has several data sets; say which one is meant.",
        "项目中有多个数据集，请指明使用哪一个。");

    private static readonly MessageTemplate UnknownDataSet = new(
        "UnknownDataSet",
        "there is no data set called “{name}”.",
        "没有名为“{name}”的数据集。");

    private static readonly MessageTemplate NoColumns = new(
        "NoColumns",
        "choose what it takes from “{name}”.",
        "请选择要从“{name}”中取哪些列。");

    /// <summary>The parameter that every block with data has.</summary>
    public static Parameter DataParameter { get; } = new("data", ParameterType.DataSet, null, new("Data", "数据"), new(
        "Which of the project's data sets. May stay empty where there is only one.",
        "使用项目中的哪个数据集。只有一个数据集时可以不填。"));

    /// <summary>Finds the columns that <paramref name="block"/> names in its parameter <paramref name="parameter"/>.</summary>
    public static DataBinding Of(BlockInstance block, string parameter)
    {
        if (block.Data is not { DataSets.Length: > 0 } data)
        {
            return Failed(block, NoData.With());
        }

        var (set, problem) = FindSet(block, data);
        return problem is not null ? new([], problem) : FindColumns(block, set!, parameter);
    }

    /// <summary>The data set that the block means; null where that is not clear.</summary>
    public static DataSetSchema? SetOf(BlockInstance block) => block.Data is { DataSets.Length: > 0 } data ? FindSet(block, data).Set : null;

    private static (DataSetSchema? Set, Problem? Problem) FindSet(BlockInstance block, DataSchema data)
    {
        var name = block.Text("data");
        if (name.Length == 0 && data.DataSets.Length == 1)
        {
            return (data.DataSets[0], null);
        }

        if (data.DataSets.FirstOrDefault(d => d.Id == name) is { } found)
        {
            return (found, null);
        }

        var nearest = NearestName.Of(name, data.DataSets.Select(d => d.Id)) ?? data.DataSets[0].Id;
        var fix = CommonProblems.Set(block, "data", nearest, ProblemWords.UseNearest.With(("nearest", nearest)));
        return (null, CommonProblems.Mismatch(block, name.Length == 0 ? SeveralDataSets.With() : UnknownDataSet.With(("name", name)), fix));
    }

    private static DataBinding FindColumns(BlockInstance block, DataSetSchema set, string parameter)
    {
        var names = block.Texts(parameter);
        if (names.IsEmpty)
        {
            return Failed(block, NoColumns.With(("name", set.Id)), ColumnSuggestion.For(block, set, parameter));
        }

        return MissingColumns.Of(block, set, parameter) is { } missing ? new([], missing) : new([.. names.Select(name => set.Find(name)!)]);
    }

    private static DataBinding Failed(BlockInstance block, Message what, Fix? fix = null) =>
        new([], CommonProblems.Mismatch(block, what, fix));
}
