using Builder.Protocol;

namespace Builder.Runner.Serving;

/// <summary>What is tried in the place of a value: numbers from the smallest to the largest that a model has learned from, or its categories.</summary>
public static class VariedValues
{
    /// <summary>So many numbers make a curve.</summary>
    public const int MostNumbers = 21;

    /// <summary>Of more categories nobody reads the list.</summary>
    public const int MostCategories = 20;

    /// <summary>The values; none for a column that holds neither numbers nor categories, or of which no range is known.</summary>
    /// <param name="input">The column.</param>
    /// <param name="now">What the row holds.</param>
    public static IReadOnlyList<Cell> Of(InputDescription input, Cell now)
    {
        ArgumentNullException.ThrowIfNull(input);
        return !input.CanVary ? [] : input.Range is var (low, high) ? [.. Numbers(low, high).Select(Cell.ToCell)] : Categories(input.Categories!, now);
    }

    // Where both ends are whole and a few steps apart, what is counted is meant, and nothing lies between.
    private static IEnumerable<double> Numbers(double low, double high) => double.IsInteger(low) && double.IsInteger(high) && high - low is >= 3 and < MostNumbers
        ? Enumerable.Range(0, (int)(high - low) + 1).Select(step => low + step)
        : Enumerable.Range(0, MostNumbers).Select(step => Math.Round(low + ((high - low) * step / (MostNumbers - 1)), Digits(high - low)));

    // Three digits more than the width of a step needs.
    private static int Digits(double width) => Math.Clamp(4 - (int)Math.Floor(Math.Log10(width)), 0, 15);

    private static List<Cell> Categories(IReadOnlyList<string> all, Cell now)
    {
        List<Cell> tried = [.. all.Take(MostCategories).Select(Cell.ToCell)];
        if (now.Text is { } held && all.Contains(held) && !tried.Contains(held))
        {
            tried[^1] = held;
        }

        return tried;
    }
}
