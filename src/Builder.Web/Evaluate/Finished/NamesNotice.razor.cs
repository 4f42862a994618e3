using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Says where classes or columns were given other names after a run had learned them, and lets its model answer with the new ones.</summary>
public sealed partial class NamesNotice : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, string> _chosen = new(StringComparer.Ordinal);
    private ProjectSession? _session;
    private FinishedRun? _shown;
    private (FinishedRun Run, ProjectDocument Document, DataSchema Schema)? _of;
    private NameChanges? _changes;
    private IReadOnlyList<GivenNames> _given = [];
    private Localized? _problem;
    private int _comparisons;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required FinishedRun Run { get; set; }

    /// <summary>The run's model answers with other names from now on.</summary>
    [Parameter]
    public EventCallback OnRenamed { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private ModelNames Names { get; set; } = null!;

    [Inject]
    private ILogger<NamesNotice> Log { get; set; } = null!;

    /// <summary>Rows and pictures that are the same as before tell each name.</summary>
    private bool IsObvious => _changes is { } changes && changes.Known.Count == changes.Gone.Length;

    private bool IsWhole => _changes is { } changes && changes.Gone.All(name => _chosen.GetValueOrDefault(name) is { Length: > 0 })
        && changes.Gone.Select(name => _chosen[name]).Distinct(StringComparer.Ordinal).Count() == changes.Gone.Length;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        if (_session is not null)
        {
            _session.Changed -= Follow;
        }

        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // The page renders again and again while this reads: what came meanwhile must not be forgotten by an answer to the same question.
        var run = Run;
        if (_shown == run)
        {
            return;
        }

        (_shown, _changes, _problem, _given) = (run, null, null, []);
        var given = await Task.Run(() => GivenNames.Of(run));
        if (_shown != run || _leaving.IsCancellationRequested)
        {
            return;
        }

        _given = given;
        try
        {
            var session = await Sessions.OpenAsync(ProjectId);
            if (_session is null && !_leaving.IsCancellationRequested)
            {
                _session = session;
                _session.Changed += Follow;
            }
        }
        catch (StorageException)
        {
            // The project has just been deleted: the page itself says so.
            return;
        }

        // The file may have to be read: the page does not wait for it.
        Background.Run(InvokeAsync(CompareAsync), Log, "compare the names of a model", DispatchExceptionAsync);
    }

    private void Follow(SessionChange change) => Background.Run(InvokeAsync(CompareAsync), Log, "compare the names of a model", DispatchExceptionAsync);

    private async Task CompareAsync()
    {
        if (_session is not { } session || _leaving.IsCancellationRequested || session.IsReadingData)
        {
            return;
        }

        var (run, document, schema) = (Run, session.Document, session.Schema);
        if (_of is { } before && before.Run == run && ReferenceEquals(before.Schema, schema) && ReferenceEquals(before.Document.Data, document.Data))
        {
            return;
        }

        _of = (run, document, schema);
        var number = ++_comparisons;
        try
        {
            var changes = await Names.ChangedAsync(run, document, schema, _leaving.Token);
            if (number == _comparisons && !_leaving.IsCancellationRequested)
            {
                (_changes, _problem) = (changes, null);
                _chosen.Clear();
                foreach (var (was, called) in changes?.Known ?? ImmutableDictionary<string, string>.Empty)
                {
                    _chosen[was] = called;
                }

                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private Task TakeAsync() => _changes is { Column: { } column } changes
        ? GiveAsync(new GivenNames(column, changes.Gone.ToImmutableSortedDictionary(name => name, name => _chosen[name], StringComparer.Ordinal))) : Task.CompletedTask;

    private async Task GiveAsync(GivenNames names)
    {
        try
        {
            var run = Run;
            await Task.Run(() => names.GiveTo(run));
            _problem = null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _problem = NameTexts.NotWritten;
            return;
        }

        await OnRenamed.InvokeAsync();
    }
}
