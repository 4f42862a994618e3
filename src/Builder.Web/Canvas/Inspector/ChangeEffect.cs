using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Editing;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What the last change of one of a block's parameters did.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value now.</param>
/// <param name="Size">By how much the number of trainable values of the whole document grew.</param>
/// <param name="Shape">What comes out of the block now; null where that is not known.</param>
/// <param name="Author">Who did it, where it was somebody else.</param>
public sealed record ChangeEffect(string Parameter, ParameterValue? Before, ParameterValue? After, long Size, string? Shape, Person? Author)
{
    /// <summary>What happened to a block between two states; null where none of its parameters changed.</summary>
    public static ChangeEffect? Between(ModelState before, ModelState after, string block, Person? author)
    {
        if (!before.Document.Blocks.TryGetValue(block, out var old) || !after.Document.Blocks.TryGetValue(block, out var now)
            || ReferenceEquals(old, now) || old.Kind != now.Kind || BlockCatalog.Find(now.Kind) is not { } kind)
        {
            return null;
        }

        var changed = kind.Parameters.FirstOrDefault(p => Value(old, p) != Value(now, p));
        return changed is null ? null : new(
            changed.Name,
            Value(old, changed),
            Value(now, changed),
            after.Analysis.TotalParameters - before.Analysis.TotalParameters,
            after.Analysis.Blocks.TryGetValue(block, out var summary) && summary.Outputs is [var first, ..] ? first.ToString() : null,
            author);
    }

    private static ParameterValue? Value(Block block, Parameter parameter) => block.Parameters.GetValueOrDefault(parameter.Name) ?? parameter.Default;
}
