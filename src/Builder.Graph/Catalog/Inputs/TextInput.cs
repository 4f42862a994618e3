using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A text column as token numbers: [N, T].</summary>
public sealed class TextInput : DataInputKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Text", "文本输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings text to the network, cut into tokens (words, parts of words or letters) that are numbered. An Embedding usually follows.",
        "把文本送入网络：文本被切成词元（词、词的一部分或字符）并编号，后面通常接嵌入层。");

    /// <inheritdoc/>
    public override int MostColumns => 1;

    /// <inheritdoc/>
    protected override Localized Wanted { get; } = new("a text column", "文本列");

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsText(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) =>
        new TensorType(Shape.Batched(columns[0].SampleShape.AsSpan()), ElementType.Int64, columns[0].Classes);
}
