using Builder.Graph;
using Builder.Web.Canvas.Editing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Problems;

/// <summary>Who else has the project open.</summary>
public sealed partial class People : IDisposable
{
    private const int MostShown = 6;

    /// <summary>The window's view of the project.</summary>
    [Parameter, EditorRequired]
    public required ModelEditor Editor { get; set; }

    [Inject]
    private ILogger<People> Log { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Editor.PeopleChanged -= Refresh;

    /// <inheritdoc/>
    protected override void OnInitialized() => Editor.PeopleChanged += Refresh;

    private void Refresh() => Background.Run(InvokeAsync(StateHasChanged), Log, "show who else is here", DispatchExceptionAsync);
}

/// <summary>What is said of the others.</summary>
public static class PeopleTexts
{
    /// <summary>Names the row.</summary>
    public static Localized AlsoHere { get; } = new("Also here", "也在此项目中");
}
