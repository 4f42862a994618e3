using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>One column with its transforms as the training rows fitted them.</summary>
/// <param name="Name">Name by which blocks refer to the column.</param>
/// <param name="Source">Name of the source's column.</param>
/// <param name="Type">What the values mean.</param>
/// <param name="Window">The column's part in a window.</param>
/// <param name="Schema">What the network gets of it.</param>
/// <param name="Steps">The transforms in order.</param>
public sealed record FittedColumn(
    string Name,
    string Source,
    ColumnType Type,
    WindowRole Window,
    ColumnSchema Schema,
    ImmutableArray<FittedStep> Steps)
{
    /// <summary>Brings a number that the network gave back to the unit of the source.</summary>
    public double ToUnits(double value)
    {
        for (var i = Steps.Length - 1; i >= 0; i--)
        {
            value = Steps[i].Invert(value);
        }
        return value;
    }

    /// <summary>Name of a class; its number where the classes have no names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public string ClassName(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Schema.Classes ?? 0);
        return index < Schema.ClassNames.Length ? Schema.ClassNames[index] : index.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The fitted step of that type, or null.</summary>
    internal T? Step<T>()
        where T : FittedStep => Steps.OfType<T>().FirstOrDefault();

    /// <summary>Transforms raw values as the training rows' values were transformed.</summary>
    internal ColumnValues Apply(ColumnValues raw, ColumnContext site)
    {
        var values = raw;
        foreach (var step in Steps)
        {
            values = step.Apply(values, site);
        }
        return ColumnFloats.Finish(values, site);
    }
}
