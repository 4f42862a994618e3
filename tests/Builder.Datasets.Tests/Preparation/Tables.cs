using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

/// <summary>Small tables and descriptions for tests.</summary>
internal static class Tables
{
    public static RawTable Of(params RawColumn[] columns) => new("table.csv", columns, new string('0', 64));

    public static NumberColumn Numbers(string name, params double[] values) => new(name, values);

    public static TextColumn Texts(string name, params string?[] values) => new(name, values);

    public static DataColumn Number(string name, params Transform[] transforms) => Column(name, ColumnType.Number, transforms);

    public static DataColumn Category(string name, params Transform[] transforms) => Column(name, ColumnType.Category, transforms);

    public static DataColumn Date(string name, params Transform[] transforms) => Column(name, ColumnType.Date, transforms);

    public static DataColumn Text(string name, params Transform[] transforms) => Column(name, ColumnType.Text, transforms);

    public static DataColumn Picture(string name, params Transform[] transforms) => Column(name, ColumnType.Picture, transforms);

    public static DataSet Data(Split split, params DataColumn[] columns) => new()
    {
        Id = "data",
        Source = new TableSource { Path = "table.csv" },
        Columns = [.. columns],
        Split = split,
    };

    /// <summary>Prepares a table of which all rows train.</summary>
    public static PreparedData Prepare(RawTable table, params DataColumn[] columns) =>
        Prepare(table, Data(new RandomSplit { Validation = 0, Test = 0 }, columns));

    /// <summary>Prepares a table as described.</summary>
    public static PreparedData Prepare(RawTable table, DataSet dataSet) =>
        DataPreparation.Prepare(dataSet, table, TestContext.Current.CancellationToken);

    public static float[] Floats(this PreparedData data, string column) => (float[])data.Columns[column].Values;

    public static long[] Longs(this PreparedData data, string column) => (long[])data.Columns[column].Values;

    private static DataColumn Column(string name, ColumnType type, Transform[] transforms) => new() { Name = name, Type = type, Transforms = [.. transforms] };
}
