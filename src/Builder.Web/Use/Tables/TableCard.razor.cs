using Builder.Datasets;
using Builder.Graph;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Use.Tables;

/// <summary>Predicts for a whole file: a table, or a zip file of pictures.</summary>
public sealed partial class TableCard : IAsyncDisposable
{
    private const int MostNamed = 40;
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(30);

    private readonly CancellationTokenSource _gone = new();

    // Taken while the source is whole: an upload may end when the page was left.
    private readonly CancellationToken _left;
    private ElementReference _input;
    private IJSObjectReference? _module;
    private TableResult? _result;
    private Localized? _problem;
    private double? _done;
    private bool _busy;

    /// <summary>The card, before it knows its model.</summary>
    public TableCard() => _left = _gone.Token;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    [Inject]
    private TablePrediction Prediction { get; set; } = null!;

    [Inject]
    private PicturePrediction PicturePrediction { get; set; } = null!;

    [Inject]
    private UseFiles Files { get; set; } = null!;

    [Inject]
    private ILogger<TableCard> Log { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private bool ArePictures => PicturePrediction.IsFor(Model.Description);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The window is gone.
        }
    }

    private IEnumerable<(string Name, bool IsNew)> Columns(TableResult result)
    {
        var added = new OutputColumns(Model.Description).Names.Count;
        return result.Header.Select((name, i) => (name, i >= result.Header.Count - added));
    }

    private async Task SendAsync()
    {
        (_busy, _done, _result, _problem) = (true, null, null, null);
        StateHasChanged();
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "/assets/use.js");
        var sent = await _module.InvokeAsync<SentFile>("upload", LongestUpload, _input, UseFilesEndpoint.UploadUrl(Model.ProjectId, "table"));
        if (sent.Id is { } id && Files.Find(Model.ProjectId, id) is { } file)
        {
            // Predicting takes as long as it takes; the circuit must stay free meanwhile.
            Background.Run(() => PredictAsync(file, _left), Log, "predict for a file", _ => ShowAsync(null, UseTexts.Unforeseen));
            return;
        }

        (_busy, _problem) = (false, sent.IsNone ? null : sent.Words ?? UseTexts.UploadFailed);
    }

    private async Task PredictAsync(UseFile file, CancellationToken gone)
    {
        TableResult? result = null;
        Localized? problem = null;
        try
        {
            result = await (ArePictures ? PicturePrediction.PredictAsync(Model, file, new Teller(this), gone) : Prediction.PredictAsync(Model, file, new Teller(this), gone));
        }
        catch (DataException failure)
        {
            problem = failure.Words;
        }
        catch (ModelException failure)
        {
            problem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await ShowAsync(result, problem);
    }

    private Task ShowAsync(TableResult? result, Localized? problem) => InvokeAsync(() =>
    {
        (_busy, _result, _problem) = (false, result, problem);
        StateHasChanged();
    });

    private sealed class Teller(TableCard card) : IProgress<double>
    {
        public void Report(double value) => Background.Run(
            card.InvokeAsync(() =>
            {
                card._done = value;
                card.StateHasChanged();
            }),
            card.Log, "show how far a prediction is");
    }
}
