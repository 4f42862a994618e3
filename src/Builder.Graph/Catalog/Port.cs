namespace Builder.Graph.Catalog;

/// <summary>What a port carries.</summary>
public enum PortContent
{
    /// <summary>A tensor.</summary>
    Tensor,

    /// <summary>A learning-rate schedule, from a schedule block to an optimizer.</summary>
    Schedule,
}

/// <summary>A place on a block where links start or end.</summary>
/// <param name="Name">PyTorch's argument name where it has one: "input", "other", "query".</param>
/// <param name="Title">What people read.</param>
/// <param name="Content">What it carries.</param>
/// <param name="Optional">For inputs: may stay open.</param>
/// <param name="Variadic">For inputs: takes several links, in the order of their slots.</param>
public sealed record Port(
    string Name, Localized Title, PortContent Content = PortContent.Tensor, bool Optional = false, bool Variadic = false)
{
    /// <summary>The usual single input.</summary>
    public static Port Input { get; } = new("input", new("Input", "输入"));

    /// <summary>The usual single output.</summary>
    public static Port Output { get; } = new("output", new("Output", "输出"));
}
