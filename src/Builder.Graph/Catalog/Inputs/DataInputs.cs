using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A block that brings columns of a data set onto the canvas.</summary>
public abstract class DataInputKind : BlockKind
{
    private static readonly MessageTemplate WrongColumnType = new(
        "WrongColumnType",
        "“{name}” cannot be used here: this block takes {wanted}.",
        "不能使用“{name}”：这个模块需要{wanted}。");

    /// <inheritdoc/>
    public sealed override Family Family => Family.Inputs;

    /// <inheritdoc/>
    public sealed override Role Role => Role.Input;

    /// <inheritdoc/>
    public sealed override string Source => "https://pytorch.org/docs/stable/data.html";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Inputs => [];

    /// <summary>How many columns one block can take.</summary>
    public virtual int MostColumns => int.MaxValue;

    /// <summary>Name of the parameter that names the columns.</summary>
    public string ColumnsParameter => MostColumns == 1 ? "column" : "columns";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters => [DataBinding.DataParameter, ColumnsOf(MostColumns)];

    /// <summary>What the columns must be, in the plural.</summary>
    protected abstract Message Wanted { get; }

    /// <summary>True where the column can be brought in by a block of this kind.</summary>
    public abstract bool Fits(ColumnSchema column);

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var binding = DataBinding.Of(block, ColumnsParameter);
        if (binding.Problem is { } problem)
        {
            return problem;
        }

        var misfits = binding.Columns.Where(c => !Fits(c)).ToImmutableArray();
        if (!misfits.IsEmpty)
        {
            return CommonProblems.Mismatch(
                block,
                WrongColumnType.With(("name", misfits[0].Name), ("wanted", Wanted)),
                ColumnSuggestion.ChangeKind(block, binding.Columns));
        }

        return Bind(block, binding.Columns);
    }

    /// <summary>The type that the columns make together.</summary>
    protected abstract ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns);

    private static Parameter ColumnsOf(int most) => most == 1
        ? new("column", ParameterType.Column, null, new("Column", "列"), new(
            "The column that the network reads.", "网络要读取的列。"))
        : new("columns", ParameterType.Columns, null, new("Columns", "列"), new(
            "The columns that the network reads, in this order.", "网络要读取的各列，按此顺序排列。"));
}

/// <summary>Number columns side by side: [N, F]. Windows of several steps are laid out as one list.</summary>
public sealed class NumberInput : DataInputKind
{
    private static readonly MessageTemplate NumberColumns = new("problem-number-columns", "number columns", "数值列");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Numbers", "数值输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings number columns of your table to the network: one row of the table is one list of numbers.",
        "把表格中的数值列送入网络：表格的一行就是一组数值。");

    /// <inheritdoc/>
    protected override Message Wanted { get; } = NumberColumns.With();

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => column.Element == ElementType.Float32 && column.SampleShape.Length <= 2;

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) => ColumnShapes.List(columns);
}

/// <summary>Category columns as class numbers: one column [N], several [N, K], windows [N, T].</summary>
public sealed class CategoryInput : DataInputKind
{
    private static readonly MessageTemplate CategoryColumns = new("problem-category-columns", "category columns", "类别列");

    private static readonly MessageTemplate SeveralSeries = new(
        "SeveralSeries",
        "categories in windows come one column at a time. Give each an input block of its own.",
        "窗口中的类别一次只能取一列。请为每一列各放一个输入模块。");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Categories", "类别输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings a column of names, such as colours or cities, to the network as class numbers. An Embedding usually follows.",
        "把名称列（如颜色、城市）以类别编号送入网络，后面通常接嵌入层。");

    /// <inheritdoc/>
    protected override Message Wanted { get; } = CategoryColumns.With();

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsCategory(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns)
    {
        if (columns is [var only])
        {
            return new TensorType(Shape.Batched(only.SampleShape.AsSpan()), ElementType.Int64, only.Classes);
        }

        return columns.All(c => c.SampleShape.IsEmpty)
            ? new TensorType(Shape.Batched(columns.Length), ElementType.Int64, columns.Max(c => c.Classes))
            : CommonProblems.Mismatch(block, SeveralSeries.With(),
                CommonProblems.Set(block, ColumnsParameter, ParameterValue.Of(columns[0].Name), ProblemWords.UseOnly.With(("name", columns[0].Name))));
    }
}

/// <summary>A picture column: [N, C, H, W].</summary>
public sealed class PictureInput : DataInputKind
{
    private static readonly MessageTemplate PictureColumn = new("problem-picture-column", "a picture column", "图片列");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Pictures", "图片输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings pictures to the network, as brightness values for each colour channel, row and column.",
        "把图片送入网络：每个颜色通道、每行、每列各有一个亮度值。");

    /// <inheritdoc/>
    public override int MostColumns => 1;

    /// <inheritdoc/>
    protected override Message Wanted { get; } = PictureColumn.With();

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsPicture(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) =>
        TensorType.Batched(columns[0].SampleShape.AsSpan());
}

/// <summary>Number columns in windows of several steps: [N, T, F].</summary>
public sealed class SeriesInput : DataInputKind
{
    private static readonly MessageTemplate WindowColumns = new(
        "problem-window-columns",
        "number columns of data that is cut into windows",
        "已切成窗口的数值列");

    private static readonly MessageTemplate StepsMismatch = new(
        "StepsMismatch.columns",
        "the columns have different numbers of steps.",
        "各列的步数不同。");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Series", "序列输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings the last steps of a series to the network, such as 30 days of weather: for each step one list of numbers.",
        "把序列最近的若干步送入网络，例如 30 天的天气：每一步是一组数值。");

    /// <inheritdoc/>
    protected override Message Wanted { get; } = WindowColumns.With();

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsSeries(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) =>
        columns.All(c => c.SampleShape[0] == columns[0].SampleShape[0])
            ? ColumnShapes.Series(columns)
            : CommonProblems.Mismatch(block, StepsMismatch.With(),
                CommonProblems.Set(block, ColumnsParameter, ParameterValue.Of(columns[0].Name), ProblemWords.UseOnly.With(("name", columns[0].Name))));
}

/// <summary>A text column as token numbers: [N, T].</summary>
public sealed class TextInput : DataInputKind
{
    private static readonly MessageTemplate TextColumn = new("problem-text-column", "a text column", "文本列");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Text", "文本输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings text to the network, cut into tokens (words, parts of words or letters) that are numbered. An Embedding usually follows.",
        "把文本送入网络：文本被切成词元（词、词的一部分或字符）并编号，后面通常接嵌入层。");

    /// <inheritdoc/>
    public override int MostColumns => 1;

    /// <inheritdoc/>
    protected override Message Wanted { get; } = TextColumn.With();

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsText(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) =>
        new TensorType(Shape.Batched(columns[0].SampleShape.AsSpan()), ElementType.Int64, columns[0].Classes);
}
