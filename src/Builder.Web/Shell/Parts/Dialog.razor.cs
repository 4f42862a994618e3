using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>A window within the window: the browser's own dialog, which keeps the focus inside and closes on Escape.</summary>
public sealed partial class Dialog
{
    private readonly string _titleId = $"dialog-{Guid.NewGuid():N}";
    private ElementReference _element;
    private bool _shown;

    /// <summary>True while it is open.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Tells that the person closed it.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>Its title.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What is in it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Its buttons.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>More class names, such as "wide".</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>A name for tests.</summary>
    [Parameter]
    public string? TestId { get; set; }

    [Inject]
    private ShellScript Script { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Open != _shown)
        {
            _shown = Open;
            await Script.ShowDialogAsync(_element, Open);
        }
    }

    // The browser has closed it already; or the cross was pressed, and the next rendering closes it.
    private async Task Closed()
    {
        if (Open)
        {
            Open = false;
            await OpenChanged.InvokeAsync(false);
        }
    }
}
