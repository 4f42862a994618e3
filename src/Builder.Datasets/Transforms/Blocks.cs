namespace Builder.Datasets.Transforms;

/// <summary>Makes the large blocks that hold prepared values.</summary>
internal static class Blocks
{
    /// <summary>A block of <paramref name="rows"/> × <paramref name="width"/> values.</summary>
    /// <exception cref="DataException">It does not fit into memory.</exception>
    public static T[] Allocate<T>(long rows, long width, ColumnSite site)
    {
        var count = rows * width;
        if (count > Array.MaxLength)
        {
            throw TransformErrors.TooLarge(site, rows, width);
        }
        try
        {
            return new T[count];
        }
        catch (OutOfMemoryException)
        {
            throw TransformErrors.TooLarge(site, rows, width);
        }
    }
}
