using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Builder.Graph.Json.Migrations;

/// <summary>Steps that bring a project file of an older format to the current one, one format at a time.</summary>
/// <param name="steps">A step for each format from the oldest that can still be read; their order does not matter.</param>
public sealed class MigrationChain(params IEnumerable<Migration> steps)
{
    private readonly ImmutableSortedDictionary<int, Migration> _steps = steps.ToImmutableSortedDictionary(s => s.From, s => s);

    /// <summary>The steps of this version: none yet, because format 1 is the first.</summary>
    public static MigrationChain Current { get; } = new();

    /// <summary>True where a file of this format can be brought to <paramref name="to"/>.</summary>
    public bool Reaches(int from, int to)
    {
        while (from < to && _steps.ContainsKey(from))
        {
            from++;
        }

        return from == to;
    }

    /// <summary>Applies every step from <paramref name="from"/> to <paramref name="to"/> and writes the new number under "format".</summary>
    public void Apply(JsonObject project, int from, int to)
    {
        for (var format = from; format < to; format++)
        {
            _steps[format].Apply(project);
            project["format"] = format + 1;
        }
    }
}
