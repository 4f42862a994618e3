using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>The Target block that a document without one lacks.</summary>
/// <param name="Block">The block, not yet in the document.</param>
/// <param name="Column">What it is to predict; null where the data leaves that open.</param>
/// <param name="Type">What it gives; null where that is not known.</param>
internal sealed record NewTarget(Block Block, string? Column, TensorType? Type)
{
    private const string Kind = "Target";

    /// <summary>Its only output.</summary>
    public PortRef Port => new(Block.Id, BlockCatalog.Get(Kind).Outputs[0].Name);

    /// <summary>
    /// A target of the one data set that the inputs read: of its last column, which by custom is what is to be predicted, or of the only
    /// one that no input reads. Null where there are targets already, where there is no such data set, and where the network makes
    /// samples out of noise, which are compared with other things.
    /// </summary>
    public static NewTarget? For(DocumentIndex index, DataSchema? data, Position place)
    {
        if (index.OfRole(Role.Target).Any() || index.OfKind(nameof(Noise)).Count > 0)
        {
            return null;
        }

        var inputs = index.OfRole(Role.Input).Where(b => BlockCatalog.Get(b.Kind) is DataInputKind && index.IsSound(b))
            .Select(b => new BlockInstance(b, BlockCatalog.Get(b.Kind), [], data)).ToList();
        if (inputs.Select(DataBinding.SetOf).Distinct().ToList() is not [{ Columns.Length: > 0 } set])
        {
            return null;
        }

        var read = inputs.SelectMany(i => i.Texts(((DataInputKind)i.Kind).ColumnsParameter)).ToHashSet(StringComparer.Ordinal);
        var free = set.Columns.Where(c => !read.Contains(c.Name)).Select(c => c.Name).ToList();
        var column = free.Contains(set.Columns[^1].Name) ? set.Columns[^1].Name : free is [var only] ? only : null;
        return Of(index, data, set, column, place);
    }

    private static NewTarget Of(DocumentIndex index, DataSchema? data, DataSetSchema set, string? column, Position place)
    {
        var parameters = column is null ? Block.NoParameters : Block.NoParameters.Add("columns", ParameterValue.Of(column));
        var block = new Block
        {
            Id = Ids.Fresh(Kind, index.Document.Blocks.ContainsKey),
            Kind = Kind,
            Position = place,
            Parameters = data!.DataSets.Length == 1 ? parameters : parameters.Add("data", set.Id),
        };
        var result = SafeInference.Infer(new BlockInstance(block, BlockCatalog.Get(Kind), [], data));
        return new(block, column, result.Outputs is [var type] ? type : null);
    }
}
