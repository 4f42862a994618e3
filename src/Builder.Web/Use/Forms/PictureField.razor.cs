using Builder.Datasets;
using Builder.Graph;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Pictures;
using Builder.Web.Runs;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Use.Forms;

/// <summary>A picture to give to a model: drawn, uploaded, or taken from the test pictures.</summary>
public sealed partial class PictureField : IAsyncDisposable
{
    private const int MostTestPictures = 14;

    private ElementReference _input;
    private IJSObjectReference? _module;
    private bool _drawing = true;
    private string? _seen;
    private Localized? _problem;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    /// <summary>The input.</summary>
    [Parameter, EditorRequired]
    public required InputDescription Input { get; set; }

    /// <summary>Called with the picture, or null where there is none any more.</summary>
    [Parameter]
    public EventCallback<ChosenPicture?> Chosen { get; set; }

    [Inject]
    private UseFiles Files { get; set; } = null!;

    [Inject]
    private PictureClient Pictures { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    // Some easy ones and some hard ones.
    private IReadOnlyList<Example> TestPictures
    {
        get
        {
            var pictures = Model.Examples.Where(e => e.Picture is not null).ToList();
            return [.. pictures.TakeLast(MostTestPictures / 2).Reverse(), .. pictures.SkipLast(MostTestPictures / 2).Take(MostTestPictures / 2)];
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _drawing = Model.Picture?.IsGrey != false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
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

    private string Address(Example example) => RunFilesEndpoint.AddressOf(Model.Run.Id, example.Picture!);

    private Task Switch(bool drawing)
    {
        (_drawing, _seen, _problem) = (drawing, null, null);
        return Chosen.InvokeAsync(null);
    }

    private Task Take(Example example)
    {
        var file = RunFilesEndpoint.Find(Model.Run.Folder, example.Picture);
        (_seen, _problem) = (file is null ? null : Address(example), file is null ? UseTexts.PictureGone : null);
        return Chosen.InvokeAsync(file is null ? null : new(file, example.True));
    }

    private async Task TakeDrawingAsync(string? id)
    {
        _problem = null;
        if (id is null || Files.Find(Model.ProjectId, id) is not { } drawing)
        {
            _seen = null;
            await Chosen.InvokeAsync(null);
            return;
        }

        var prepared = Model.Picture is { IsGrey: true } hint ? await PrepareAsync(drawing, hint) : drawing;
        _seen = prepared is null ? null : UseFilesEndpoint.Url(Model.ProjectId, prepared.Id);
        await Chosen.InvokeAsync(prepared is null ? null : new(prepared.Path, null, await DoubtAsync(prepared.Path)));
    }

    private async Task<UseFile?> PrepareAsync(UseFile drawing, PictureHint hint)
    {
        try
        {
            var png = await Pictures.PrepareAsync(drawing.Path, hint);
            return png is null ? null : Files.Keep(Model.ProjectId, "drawing.png", png);
        }
        catch (DataException problem)
        {
            _problem = problem.Words;
            return null;
        }
    }

    private async Task<Localized?> DoubtAsync(string file)
    {
        try
        {
            return AnswerDoubts.OfPicture(Model.Picture?.Seen, (await Pictures.LookAsync([file]))?.Seen);
        }
        catch (DataException)
        {
            // Whether it is a picture at all the model says.
            return null;
        }
    }

    private async Task UploadAsync()
    {
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "/assets/use.js");
        var sent = await _module.InvokeAsync<SentFile>("upload", _input, UseFilesEndpoint.UploadUrl(Model.ProjectId, "picture"));
        if (sent.Id is { } id && Files.Find(Model.ProjectId, id) is { } file)
        {
            (_seen, _problem) = (UseFilesEndpoint.Url(Model.ProjectId, id), null);
            await Chosen.InvokeAsync(new(file.Path, null, await DoubtAsync(file.Path)));
        }
        else if (!sent.IsNone)
        {
            (_seen, _problem) = (null, sent.Words ?? UseTexts.UploadFailed);
            await Chosen.InvokeAsync(null);
        }
    }
}
