using Builder.Graph;
using Builder.Graph.Messages;

namespace Builder.Web.Canvas.Bridge;

/// <summary>A gesture that means no edit, with the reason in words.</summary>
/// <param name="words">Why; they are shown at once and kept nowhere.</param>
public sealed class RefusedGestureException(Localized words) : BuilderException(Graph.Messages.Message.Verbatim(words), null, "RefusedGesture");
