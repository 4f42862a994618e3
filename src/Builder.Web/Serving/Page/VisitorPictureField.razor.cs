using Builder.Protocol;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Serving.Page;

/// <summary>A picture as a field of a form: a file or, on a telephone, the camera; drawn where the model reads drawings.</summary>
public sealed partial class VisitorPictureField
{
    /// <summary>The input.</summary>
    [Parameter, EditorRequired]
    public required InputDescription Input { get; set; }

    /// <summary>The name of its field.</summary>
    [Parameter, EditorRequired]
    public required string Field { get; set; }

    /// <summary>Whether it can be drawn as well.</summary>
    [Parameter]
    public bool CanDraw { get; set; }
}
