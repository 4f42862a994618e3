using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Messages;
using Builder.Web.Sessions;

namespace Builder.Web.Canvas.Bridge;

/// <summary>
/// Knows what one canvas client has been told, and so what it must be told next. Only ever asked by one thread at a time.
/// </summary>
/// <param name="trail">The last changes of the project.</param>
internal sealed class CanvasSync(ChangeTrail trail)
{
    private readonly List<Acknowledge> _held = [];
    private ModelState? _told;
    private string _language = "";

    /// <summary>Everything.</summary>
    public IEnumerable<ToIsland> Snapshot(ModelState state, string language)
    {
        (_told, _language) = (state, language);
        yield return new Snapshot(
            state.Revision, CanvasViews.Of(state.Document, language), DiagnosticsDiff.Whole(state.Document, state.Analysis, language), state.CanUndo, state.CanRedo);
        foreach (var answer in Release())
        {
            yield return answer;
        }
    }

    /// <summary>What has changed since; nothing where the canvas client has not asked for a snapshot yet.</summary>
    public IEnumerable<ToIsland> CatchUp(ModelState state)
    {
        if (_told is not { } told)
        {
            yield break;
        }

        _told = state;
        var way = trail.Between(told.Analysis, state.Analysis);
        var (set, removed) = DocumentDiff.Between(told.Document, state.Document, _language, way?.Change);
        if (state.Revision != told.Revision || !DocumentDiff.IsEmpty(set, removed))
        {
            var command = state.Revision == told.Revision + 1 ? state.CommandId : null;
            yield return new Patch(state.Revision, told.Revision, command, set, removed, state.CanUndo, state.CanRedo);
        }

        if (!ReferenceEquals(told.Analysis, state.Analysis) && DiagnosticsDiff.Between(told, state, way, _language) is { } view)
        {
            yield return new Diagnostics(state.Revision, view.Blocks, view.Document, view.TotalParameters, view.CanTrain);
        }

        foreach (var answer in Release())
        {
            yield return answer;
        }
    }

    /// <summary>An answer to a request; an acknowledgement waits until the canvas client has seen what the request did.</summary>
    public IEnumerable<ToIsland> Answer(ToIsland answer)
    {
        if (answer is Acknowledge done && _told is { } told && done.Revision > told.Revision)
        {
            _held.Add(done);
            return [];
        }

        return [answer];
    }

    /// <summary>All words again, in another language.</summary>
    public IEnumerable<ToIsland> Translate(string language)
    {
        _language = language;
        if (_told is { } told)
        {
            var notes = told.Document.Notes.Values.Where(n => n.Zh is not null).Select(n => CanvasViews.Of(n, language)).ToList();
            if (notes.Count > 0)
            {
                yield return new Patch(told.Revision, told.Revision, null, new([], [], [], notes), new([], [], [], []), told.CanUndo, told.CanRedo);
            }

            var view = DiagnosticsDiff.Whole(told.Document, told.Analysis, language);
            yield return new Diagnostics(told.Revision, view.Blocks, view.Document, view.TotalParameters, view.CanTrain);
        }
    }

    private List<Acknowledge> Release()
    {
        var ready = _held.Where(a => a.Revision <= _told!.Revision).ToList();
        _held.RemoveAll(ready.Contains);
        return ready;
    }
}
