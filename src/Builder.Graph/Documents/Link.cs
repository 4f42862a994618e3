using System.Text.Json.Serialization;

namespace Builder.Graph.Documents;

/// <summary>One end of a link: a port of a block, written "block.port".</summary>
public readonly record struct PortRef(string Block, string Port)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Block}.{Port}";
}

/// <summary>
/// A wire from an output port to an input port. An input port takes one link, except a variadic one, which takes several in the order
/// of their <see cref="Slot"/>. A link is therefore known by where it ends.
/// </summary>
public sealed record Link(PortRef From, PortRef To, int Slot = 0)
{
    /// <summary>Identity and sort order of the link within its document.</summary>
    [JsonIgnore]
    public LinkKey Key => new(To, Slot);
}

/// <summary>Where a link ends: no two links of a document share it.</summary>
public readonly record struct LinkKey(PortRef To, int Slot) : IComparable<LinkKey>
{
    /// <inheritdoc/>
    public int CompareTo(LinkKey other)
    {
        var byBlock = string.CompareOrdinal(To.Block, other.To.Block);
        if (byBlock != 0)
        {
            return byBlock;
        }

        var byPort = string.CompareOrdinal(To.Port, other.To.Port);
        return byPort != 0 ? byPort : Slot.CompareTo(other.Slot);
    }

    /// <summary>Ordering by block, port and slot.</summary>
    public static bool operator <(LinkKey left, LinkKey right) => left.CompareTo(right) < 0;

    /// <summary>Ordering by block, port and slot.</summary>
    public static bool operator >(LinkKey left, LinkKey right) => left.CompareTo(right) > 0;

    /// <summary>Ordering by block, port and slot.</summary>
    public static bool operator <=(LinkKey left, LinkKey right) => left.CompareTo(right) <= 0;

    /// <summary>Ordering by block, port and slot.</summary>
    public static bool operator >=(LinkKey left, LinkKey right) => left.CompareTo(right) >= 0;
}
