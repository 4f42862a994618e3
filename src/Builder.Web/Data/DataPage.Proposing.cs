using Builder.Datasets;
using Builder.Graph;
using Builder.Proposals;
using Builder.Web.Layout;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Data;

/// <summary>What happens when somebody wants a model proposed.</summary>
public sealed partial class DataPage
{
    private const int Attempts = 3;

    private async Task ProposeAsync()
    {
        if (_session is null || _view is not { } view
            || (HasModel && !await Dialogs.ConfirmAsync(new Confirmation(DataTexts.ReplaceTitle, DataTexts.ReplaceText, DataTexts.Replace))))
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        try
        {
            // A proposal that was asked for is carried out, even where the person has gone on to another page meanwhile.
            _refusal = await DrawAsync(_session, view, Ui.Language);
        }
        catch (DataException refused)
        {
            _refusal = refused.Words;
        }
        finally
        {
            _busy = false;
        }

        if (_refusal is null && !_left.IsCancellationRequested)
        {
            await Address.GoOnAsync(Place.Address(ProjectId, Step.Data), Place.Address(ProjectId, Step.Model));
        }
    }

    /// <summary>Proposes for the document as it is, and again where it was changed in between.</summary>
    private static async Task<Localized?> DrawAsync(ProjectSession session, DataView view, string language)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var document = session.Document;
            var proposal = await Task.Run(() =>
            {
                var now = document.Data.TryGetValue(view.DataSet.Id, out var set) && set.Source == view.DataSet.Source ? DataView.Of(document, set, view.Inspection) : view;
                return Proposer.Propose(now.Inspection, now.Plan, session.Folder, document, language);
            });
            var result = await session.ApplyAsync(new Command(Guid.NewGuid().ToString("N"), session.Revision, _ => proposal.Edit, "data"));
            if (result.Problem is null)
            {
                return null;
            }
        }

        return DataTexts.Changed;
    }
}
