using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A picture column: [N, C, H, W].</summary>
public sealed class PictureInput : DataInputKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Pictures", "图片输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings pictures to the network, as brightness values for each colour channel, row and column.",
        "把图片送入网络：每个颜色通道、每行、每列各有一个亮度值。");

    /// <inheritdoc/>
    public override int MostColumns => 1;

    /// <inheritdoc/>
    protected override Localized Wanted { get; } = new("a picture column", "图片列");

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsPicture(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) =>
        TensorType.Batched(columns[0].SampleShape.AsSpan());
}
