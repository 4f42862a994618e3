using System.Globalization;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Settings;
using Builder.Web.Runs.Supervision;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Settings;

/// <summary>Where training happens, and with how many threads.</summary>
public sealed partial class TrainingSection
{
    private static readonly string[] Devices = ["auto", "cpu", "cuda"];

    private TrainingSettings _chosen = new("auto", null);
    private MachineReport? _machine;
    private bool _asking = true;

    [Inject]
    private SettingsStore Store { get; set; } = null!;

    [Inject]
    private Machine Machine { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _chosen = await TrainingSettings.ReadAsync(Store);
        _machine = await Machine.ReportAsync();
        _asking = false;
    }

    private Task ChooseThreads(ChangeEventArgs e) =>
        int.TryParse(e.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            ? Choose(_chosen with { Threads = threads > 0 ? threads : null }) : Task.CompletedTask;

    private async Task Choose(TrainingSettings chosen)
    {
        _chosen = chosen;
        try
        {
            await chosen.WriteAsync(Store);
        }
        catch (StorageException refused)
        {
            Toasts.Fail(refused.Words);
        }
    }
}
