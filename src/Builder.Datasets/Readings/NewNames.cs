using Builder.Datasets.Csv;
using Builder.Graph.Data;

namespace Builder.Datasets.Readings;

/// <summary>Finds the names in a file that somebody brings for a model.</summary>
public static class NewNames
{
    /// <summary>
    /// Takes the names where they stand. The file may have them in other lines than the training file, have units below them that it lacks, or lack those that it has. Where the
    /// training file has no such lines, only what can be nothing else is one: a row is not lost without a word.
    /// </summary>
    /// <param name="reading">The file.</param>
    /// <param name="columns">The names of the columns that the model reads.</param>
    /// <param name="trained">The first lines of the training file; null where they are not known.</param>
    /// <returns>Whether some line names any; else nothing changes.</returns>
    public static bool Take(TableReading reading, IReadOnlyCollection<string> columns, TableHeader? trained)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var isNamed = reading.TakeNames(columns, trained is { Lines: > 1 } lines ? new TableHeader[] { lines, true } : [true]);
        if (reading.Format.Header is { Notes: > 0 } found && trained is { Notes: 0 } && !reading.ReadNotes().All(line => LinesBelowNames.IsClear(line)))
        {
            reading.SetHeader(new(found.Names, 0));
        }

        return isNamed;
    }
}
