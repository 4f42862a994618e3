using Builder.Storage.Publishing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Serving.Page;

/// <summary>Asks for the password of a model.</summary>
public sealed partial class PasswordPage
{
    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required PublishedModel Published { get; set; }

    /// <summary>Whether another word was said.</summary>
    [Parameter]
    public bool IsWrong { get; set; }
}
