using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Shell;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>A question about the answer for a row that a person asks by a button. Another row takes what was told away.</summary>
/// <typeparam name="TAnswer">What is told.</typeparam>
public abstract class RowQuestion<TAnswer> : LocalizedComponent, IDisposable
    where TAnswer : class
{
    private CancellationTokenSource _asked = new();
    private IReadOnlyDictionary<string, Cell>? _row;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    /// <summary>The row that it answers.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, Cell> Row { get; set; }

    /// <summary>True while the answer is that of an earlier row.</summary>
    [Parameter]
    public bool IsStale { get; set; }

    /// <summary>Asks models.</summary>
    [Inject]
    protected ModelPool Models { get; set; } = null!;

    /// <summary>What was told; null before that.</summary>
    protected TAnswer? Told { get; private set; }

    /// <summary>Why nothing could be told; null where nothing went wrong.</summary>
    protected Localized? Problem { get; private set; }

    /// <summary>True while it is being worked out.</summary>
    protected bool IsAsking { get; private set; }

    /// <summary>True before anybody has asked.</summary>
    protected bool IsClosed => !IsAsking && Problem is null && Told is null;

    [Inject]
    private ILogger<RowQuestion<TAnswer>> Log { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_row, Row))
        {
            Forget();
            _row = Row;
        }
    }

    /// <summary>Closes it.</summary>
    protected virtual void Forget()
    {
        _asked.Cancel();
        (Told, Problem, IsAsking) = (null, null, false);
    }

    /// <summary>Asks; whoever asks something else, or leaves, does not wait for it any more.</summary>
    protected void Ask(Func<CancellationToken, Task<TAnswer>> ask)
    {
        Forget();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        IsAsking = true;
        var token = _asked.Token;
        Background.Run(() => AnswerAsync(ask, token), Log, "tell about an answer", _ => TellAsync(null, UseTexts.Unforeseen, token));
    }

    /// <summary>Gives up what was asked.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        _asked.Cancel();
        _asked.Dispose();
    }

    private async Task AnswerAsync(Func<CancellationToken, Task<TAnswer>> ask, CancellationToken token)
    {
        try
        {
            await TellAsync(await ask(token), null, token);
        }
        catch (ModelException failure)
        {
            await TellAsync(null, failure.Words, token);
        }
    }

    private Task TellAsync(TAnswer? told, Localized? problem, CancellationToken token) => InvokeAsync(() =>
    {
        if (!token.IsCancellationRequested)
        {
            (Told, Problem, IsAsking) = (told, problem, false);
            StateHasChanged();
        }
    });
}
