using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>
/// The ports of every use of a group: one for each GroupInput and GroupOutput block in it, named by the block's id, in the order of ids.
/// </summary>
/// <param name="Inputs">Input ports of a use.</param>
/// <param name="Outputs">Output ports of a use.</param>
public sealed record GroupPorts(ImmutableArray<Port> Inputs, ImmutableArray<Port> Outputs)
{
    /// <summary>Kind of a block that uses a group.</summary>
    public const string UseKind = "Group";

    /// <summary>Kind of a block inside a group through which a tensor enters.</summary>
    public const string InputKind = "GroupInput";

    /// <summary>Kind of a block inside a group through which a tensor leaves.</summary>
    public const string OutputKind = "GroupOutput";

    /// <summary>Parameter of a use that names its group.</summary>
    public const string GroupParameter = "group";

    /// <summary>Parameter of a use that says how often it is repeated.</summary>
    public const string RepeatParameter = "repeat";

    /// <summary>Parameter of a use that lets all repetitions have the same weights.</summary>
    public const string ShareParameter = "share";

    /// <summary>No ports, as a group that does not exist has them.</summary>
    public static GroupPorts None { get; } = new([], []);

    /// <summary>The ports of the uses of a group; none where there is no such group.</summary>
    public static GroupPorts Of(ProjectDocument document, string? groupId)
    {
        if (groupId is null)
        {
            return None;
        }

        var blocks = document.Blocks.Values.Where(b => b.Group == groupId).ToList();
        return new(PortsOf(blocks.Where(b => b.Kind == InputKind)), PortsOf(blocks.Where(b => b.Kind == OutputKind)));
    }

    /// <summary>The group that a block uses; null where it is not a use or names none.</summary>
    public static string? GroupOf(Block block) =>
        block.Kind == UseKind && block.Parameters.GetValueOrDefault(GroupParameter) is ParameterValue.Text { Value.Length: > 0 } text ? text.Value : null;

    /// <summary>How often a use runs its group: at least once.</summary>
    public static long RepeatOf(Block block) =>
        block.Parameters.GetValueOrDefault(RepeatParameter) is ParameterValue.Integer { Value: > 1 } times ? times.Value : 1;

    /// <summary>Whether all repetitions of a use have the same weights.</summary>
    public static bool SharesOf(Block block) => block.Parameters.GetValueOrDefault(ShareParameter) is ParameterValue.Flag { Value: true };

    /// <summary>A port is called by its label; where two have the same, by label and id.</summary>
    private static ImmutableArray<Port> PortsOf(IEnumerable<Block> blocks)
    {
        var byLabel = blocks.ToLookup(b => b.Label is { Length: > 0 } label ? label : b.Id, StringComparer.Ordinal);
        return [.. byLabel
            .SelectMany(label => label.Select(b => new Port(b.Id, Localized.Same(label.Count() == 1 ? BlockNames.Short(label.Key) : $"{BlockNames.Short(label.Key)} ({b.Id})"))))
            .OrderBy(p => p.Name, StringComparer.Ordinal)];
    }
}
