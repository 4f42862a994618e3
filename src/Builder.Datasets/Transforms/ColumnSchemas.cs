using System.Collections.Immutable;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>Says what the network gets of a column, from its fitted transforms.</summary>
internal static class ColumnSchemas
{
    /// <summary>The schema of one row of the column.</summary>
    public static ColumnSchema Of(DataColumn column, ImmutableArray<FittedStep> steps, ColumnValues values)
    {
        var (element, shape) = values switch
        {
            BlockValues block => (block.Element, block.RowShape),
            PictureValues pictures => (ElementType.Float32, [pictures.Size.Channels, pictures.Size.Height, pictures.Size.Width]),
            _ => throw new ArgumentException($"{values.GetType().Name} is not what a network reads.", nameof(values)),
        };
        var (classes, names) = ClassesOf(steps);
        return new ColumnSchema(column.Name, element, shape, classes, names, column.Unit) { IsMultiLabel = steps.OfType<FittedMultiHot>().Any() };
    }

    private static (int? Count, ImmutableArray<string> Names) ClassesOf(ImmutableArray<FittedStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case FittedOneHot oneHot:
                    return (oneHot.Classes.Length, oneHot.Classes);
                case FittedOrdinal ordinal:
                    return (ordinal.Classes.Length, ordinal.Classes);
                case FittedMultiHot multiHot:
                    return (multiHot.Classes.Length, multiHot.Classes);
                case FittedTokenize tokenize:
                    return (tokenize.Tokenizer.VocabularySize, []);
            }
        }
        return (null, []);
    }
}
