using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>Shows the short messages of a window and takes each away when its time is over.</summary>
public sealed partial class ToastHost : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<int> _timed = [];

    [Inject]
    private ILogger<ToastHost> Log { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Toasts.Changed -= Refresh;
        _end.Cancel();
        _end.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Toasts.Changed += Refresh;

    private static string ClassOf(ToastTone tone) => tone switch { ToastTone.Warning => "warning", ToastTone.Danger => "danger", _ => "" };

    private static string IconOf(ToastTone tone) => tone == ToastTone.Plain ? "check" : "alert";

    private void Refresh() => Background.Run(
        InvokeAsync(() =>
        {
            foreach (var toast in Toasts.Shown.Where(t => _timed.Add(t.Number)))
            {
                Background.Run(CloseLater(toast), Log, "take a message away");
            }

            StateHasChanged();
        }),
        Log, "show a message");

    private async Task CloseLater(Toast toast)
    {
        try
        {
            await Task.Delay(toast.Stays, _end.Token);
            Toasts.Close(toast);
        }
        catch (OperationCanceledException)
        {
            // The window is gone, and its messages with it.
        }
    }

    private async Task Do(Toast toast, ToastAction action)
    {
        Toasts.Close(toast);
        await action.Run();
    }
}
