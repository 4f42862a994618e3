using Builder.Graph;

namespace Builder.Proposals;

/// <summary>How wide the layers of a proposed model are.</summary>
public enum ModelSize
{
    /// <summary>Half as wide.</summary>
    Small,

    /// <summary>As wide as rows, columns and classes ask for.</summary>
    Middle,

    /// <summary>Twice as wide.</summary>
    Large,
}

/// <summary>A size that was chosen.</summary>
/// <param name="Size">Which.</param>
/// <param name="Why">Why; null where nothing is to be said.</param>
public sealed record SizeChoice(ModelSize Size, Localized? Why = null);

/// <summary>What follows from a size.</summary>
public static class ModelSizes
{
    private const long LeastWidth = 2;

    /// <summary>Its name within a sentence.</summary>
    public static Localized Words(this ModelSize size) => size switch
    {
        ModelSize.Small => new("small", "小"),
        ModelSize.Middle => new("medium", "中"),
        _ => new("large", "大"),
    };

    /// <summary>The width of a layer that is <paramref name="width"/> wide in the middle size.</summary>
    internal static long Widen(this ModelSize size, long width) => size switch
    {
        ModelSize.Small => Math.Min(width, Math.Max(LeastWidth, width / 2)),
        ModelSize.Middle => width,
        _ => width * 2,
    };
}
