using System.Globalization;
using Builder.Storage;
using Builder.Storage.Projects;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>Shows a project's graph, small. It comes in when it is made, so that the list never waits for it.</summary>
public sealed partial class ThumbnailView : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private (string Id, long Revision)? _shown;
    private bool _read;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSummary Project { get; set; }

    [Inject]
    private Thumbnails Thumbnails { get; set; } = null!;

    private Thumbnail? Picture { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Project.Id, Project.Revision))
        {
            return;
        }

        var shown = _shown = (Project.Id, Project.Revision);
        Thumbnail? picture = null;
        try
        {
            picture = await Thumbnails.OfAsync(Project, _end.Token);
        }
        catch (Exception error) when (error is StorageException or OperationCanceledException)
        {
            // There is none to show.
        }

        if (_shown == shown)
        {
            (Picture, _read) = (picture, true);
        }
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    // A little room around, and never so large that one block fills the card.
    private static string Box(Thumbnail p)
    {
        var (width, height) = (Math.Max(p.Width + 120, 900), Math.Max(p.Height + 120, 480));
        return $"{N((p.Width - width) / 2)} {N((p.Height - height) / 2)} {N(width)} {N(height)}";
    }

    private static string Curve(ThumbnailWire w)
    {
        var reach = Math.Max(40, Math.Abs(w.ToX - w.FromX) / 2);
        return $"M{N(w.FromX)} {N(w.FromY)}C{N(w.FromX + reach)} {N(w.FromY)} {N(w.ToX - reach)} {N(w.ToY)} {N(w.ToX)} {N(w.ToY)}";
    }
}
