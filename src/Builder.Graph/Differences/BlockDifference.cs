using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Differences;

/// <summary>What can be different about a block.</summary>
[Flags]
public enum BlockAspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What the block is.</summary>
    Kind = 1,

    /// <summary>The canvas that it stands on.</summary>
    Group = 2,

    /// <summary>What it is called.</summary>
    Label = 4,

    /// <summary>The remark on it.</summary>
    Note = 8,

    /// <summary>Whether it is muted.</summary>
    Muted = 16,

    /// <summary>Whose weights it uses.</summary>
    Weights = 32,

    /// <summary>Its settings.</summary>
    Settings = 64,

    /// <summary>For a use of a group: the ports that the group gives it.</summary>
    Ports = 128,

    /// <summary>Its place on the canvas.</summary>
    Position = 256,
}

/// <summary>A setting that is different.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Before">Its value before; null for the default.</param>
/// <param name="After">Its value after; null for the default.</param>
public sealed record SettingDifference(string Name, ParameterValue? Before, ParameterValue? After);

/// <summary>A block that is not the same in two documents.</summary>
/// <param name="Before">The block before; null where it was added.</param>
/// <param name="After">The block after; null where it was removed.</param>
/// <param name="Aspects">What is different; nothing for a block that is in one document only.</param>
/// <param name="Settings">The settings that are different, in the order of their names.</param>
public sealed record BlockDifference(Block? Before, Block? After, BlockAspects Aspects, ImmutableArray<SettingDifference> Settings)
{
    /// <summary>The block as it is last known.</summary>
    public Block Block => After ?? Before!;

    /// <summary>How the block is marked.</summary>
    public ChangeMark Mark => Before is null ? ChangeMark.Added
        : After is null ? ChangeMark.Removed
        : Aspects == BlockAspects.Position ? ChangeMark.Moved
        : ChangeMark.Changed;

    /// <summary>The difference between two blocks of the same id; null where there is none.</summary>
    /// <param name="before">The block before.</param>
    /// <param name="after">The block after.</param>
    /// <param name="hasOtherPorts">For a use of a group: its group has other ports.</param>
    internal static BlockDifference? Between(Block before, Block after, bool hasOtherPorts)
    {
        ImmutableArray<SettingDifference> settings = ReferenceEquals(before.Parameters, after.Parameters) ? [] :
        [
            .. before.Parameters.Keys.Union(after.Parameters.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => new SettingDifference(name, before.Parameters.GetValueOrDefault(name), after.Parameters.GetValueOrDefault(name)))
                .Where(s => s.Before != s.After),
        ];
        var aspects = When(before.Kind != after.Kind, BlockAspects.Kind) | When(before.Group != after.Group, BlockAspects.Group)
            | When(before.Label != after.Label, BlockAspects.Label) | When(before.Note != after.Note, BlockAspects.Note)
            | When(before.Muted != after.Muted, BlockAspects.Muted) | When(before.WeightsFrom != after.WeightsFrom, BlockAspects.Weights)
            | When(!settings.IsEmpty, BlockAspects.Settings) | When(hasOtherPorts, BlockAspects.Ports)
            | When(before.Position != after.Position, BlockAspects.Position);
        return aspects == BlockAspects.None ? null : new(before, after, aspects, settings);
    }

    private static BlockAspects When(bool isDifferent, BlockAspects aspect) => isDifferent ? aspect : BlockAspects.None;
}
