using System.Globalization;

namespace Builder.Datasets.Csv;

/// <summary>
/// Names of the columns of a table that is being made. Two predictions may both have a probability, and classes of the same names: what a later one shares with an earlier
/// one carries the name of what it belongs to, or a reader would take the one for the other.
/// </summary>
/// <param name="taken">Names that there are already.</param>
public sealed class OwnNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The name of the next column: "probability", or else "price.probability", "price.probability 2", …</summary>
    /// <param name="owner">What the column belongs to.</param>
    /// <param name="name">What it is called where nothing else is.</param>
    public string Next(string owner, string name)
    {
        var own = name;
        for (var number = 1; !_taken.Add(own); number++)
        {
            own = number == 1 ? $"{owner}.{name}" : string.Create(CultureInfo.InvariantCulture, $"{owner}.{name} {number}");
        }

        return own;
    }
}
