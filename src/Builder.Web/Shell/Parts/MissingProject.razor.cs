using Builder.Graph;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>What a page shows whose address names a project that cannot be opened: why, and the way to the others.</summary>
public sealed partial class MissingProject
{
    /// <summary>Why it cannot be opened, where more is known than that it is not there.</summary>
    [Parameter]
    public Localized? Why { get; set; }
}
