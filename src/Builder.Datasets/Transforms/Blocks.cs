using System.Runtime.CompilerServices;

namespace Builder.Datasets.Transforms;

/// <summary>Makes the large blocks that hold prepared values.</summary>
internal static class Blocks
{
    /// <summary>A block of <paramref name="rows"/> × <paramref name="width"/> values.</summary>
    /// <exception cref="DataException">It does not fit into memory.</exception>
    public static T[] Allocate<T>(long rows, long width, ColumnContext site)
    {
        CheckRoom<T>(rows, width, site);
        try
        {
            return new T[rows * width];
        }
        catch (OutOfMemoryException)
        {
            throw TransformErrors.TooLarge(site, rows, width);
        }
    }

    /// <summary>Throws where a block of <paramref name="rows"/> × <paramref name="width"/> values does not fit into memory.</summary>
    public static void CheckRoom<T>(long rows, long width, ColumnContext site)
    {
        var count = rows * width;
        if (count > Array.MaxLength || count * Unsafe.SizeOf<T>() > FreeBytes())
        {
            throw TransformErrors.TooLarge(site, rows, width);
        }
    }

    // The system may promise more memory than it has and end the process later, so the promise alone is not trusted.
    private static long FreeBytes() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false);
}
