using Builder.Datasets.Checks;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Web.Data.Pictures;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data;

/// <summary>What the page knows of copies among pictures.</summary>
public sealed partial class DataPage
{
    [Inject]
    private CopyFinder Copies { get; set; } = null!;

    /// <summary>The picture of a row, by its number in the source.</summary>
    private Func<int, string>? PictureOf(DataView view) => CopyFinder.IsFor(view.DataSet.Source)
        ? number => PictureEndpoint.AddressOf(ProjectId, view.DataSet.Id, view.Inspection.Table.Fingerprint, number - 1) : null;

    private PictureCopies? KnownCopies(ProjectSession session, DataSource source, SourceInspection inspection) =>
        CopyFinder.IsFor(source) ? Copies.Known(session.Folder, source, inspection.Table.Fingerprint) : null;

    /// <summary>All pictures have to be decoded for it: the page does not wait.</summary>
    private void LookForCopies(ProjectSession session, DataSource source, SourceInspection inspection)
    {
        if (CopyFinder.IsFor(source) && KnownCopies(session, source, inspection) is null)
        {
            Background.Run(InvokeAsync(() => LookForCopiesAsync(session, source, inspection.Table.Fingerprint)), Log, "look for copies of pictures", DispatchExceptionAsync);
        }
    }

    private async Task LookForCopiesAsync(ProjectSession session, DataSource source, string fingerprint)
    {
        try
        {
            var found = await Copies.OfAsync(session.Folder, source, fingerprint, _left);
            if (!found.Groups.IsEmpty && _view?.DataSet.Source == source)
            {
                await LoadAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }
}
