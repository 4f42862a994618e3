using Builder.Web.Shell;
using Builder.Web.Shell.Faults;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Builder.Web.Layout;

/// <summary>The frame around all pages: where one is, where one can go, and that everything is saved.</summary>
public sealed partial class MainLayout : IDisposable
{
    private ReportingBoundary? _boundary;

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    [Inject]
    private ILogger<MainLayout> Log { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string? ProjectId => Place.Of(Navigation).ProjectId;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Moved;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    private void Recover() => _boundary?.Recover();

    // What went wrong on one page is of no concern to the next.
    private void Moved(object? sender, LocationChangedEventArgs e) => Background.Run(
        InvokeAsync(() =>
        {
            _boundary?.Recover();
            StateHasChanged();
        }),
        Log, "show another page");
}
