using Builder.Web.Canvas.Messages;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Canvas.Inspector;

/// <summary>The panel beside the canvas: training, properties of what is selected, and the outline.</summary>
public sealed partial class InspectorPanel
{
    private bool _outline;

    /// <summary>Escape leads back to the canvas.</summary>
    private void Keyed(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            Editor.Ask(new IslandCommand("focus"));
        }
    }
}
