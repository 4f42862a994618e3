using Builder.Graph;

namespace Builder.Web.Canvas.Bridge;

/// <summary>A gesture that means no edit, with the reason in words.</summary>
public sealed class RefusedGestureException(Localized reason) : Exception(reason.En)
{
    /// <summary>Why.</summary>
    public Localized Reason { get; } = reason;
}
