using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments;

/// <summary>A part that stands on the workbench: it is drawn when what it needs has been loaded.</summary>
public abstract class Instrument : LocalizedComponent, IDisposable
{
    private bool _entered;

    /// <summary>True as soon as the part can be drawn.</summary>
    protected bool IsReady => Workbench.IsReady;

    /// <summary>Keeps the part unseen until its sheet is there, in the room that it will take.</summary>
    protected const string Unveiled = "visibility: var(--instruments, hidden)";

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the part off the workbench.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_entered)
        {
            _entered = false;
            Workbench.Leave();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _entered = true;
            Workbench.Enter();
            if (!IsReady)
            {
                await Workbench.LoadAsync();
                StateHasChanged();
            }
        }
    }
}
