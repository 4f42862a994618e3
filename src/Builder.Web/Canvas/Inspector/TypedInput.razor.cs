using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Canvas.Inspector;

/// <summary>
/// A field whose text is taken over a moment after the last key, and at once when the person leaves it, presses Enter, or the field goes
/// away. Somebody else's change shows at once, unless the person is typing: then what is typed last wins.
/// </summary>
public sealed partial class TypedInput : IDisposable
{
    /// <summary>Every key sends the whole text, and a message through the circuit has at most 32 KB.</summary>
    public const int MostCharacters = 8_000;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(150);
    private CancellationTokenSource? _waiting;
    private string? _draft;
    private string? _taken;
    private string _last = "";
    private bool _pending;

    /// <summary>The text as the document has it.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>Takes a text over: gives it back as the document has it then, or null where it is refused.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<string?>> Take { get; set; }

    /// <summary>Id of the element, for its label.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Id of the element that explains it.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>Its name where no label is near.</summary>
    [Parameter]
    public string? AriaLabel { get; set; }

    /// <summary>Which keyboard a phone shows.</summary>
    [Parameter]
    public string InputMode { get; set; } = "text";

    /// <summary>What it shows while it is empty.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>How many lines it has.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    /// <summary>The most characters that it takes.</summary>
    [Parameter]
    public int Longest { get; set; } = MostCharacters;

    /// <summary>True while its text is refused.</summary>
    [Parameter]
    public bool IsInvalid { get; set; }

    [Inject]
    private ILogger<TypedInput> Log { get; set; } = null!;

    private string Shown => _draft ?? Value;

    private bool IsTooLong => Value.Length > MostCharacters;

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting?.Cancel();
        if (_pending && _draft is { } unsaved)
        {
            _pending = false;
            Background.Run(Take(unsaved), Log, "take over what was typed last");
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Value == _last)
        {
            return;
        }

        _last = Value;
        if (!_pending && Value != _taken)
        {
            _draft = null;
        }
    }

    private void Typed(string? text)
    {
        (_draft, _pending) = (text ?? "", true);
        _waiting?.Cancel();
        _waiting = new();
        Background.Run(TakeLaterAsync(_waiting.Token), Log, "take over what was typed", DispatchExceptionAsync);
    }

    private async Task Keyed(KeyboardEventArgs key)
    {
        if (key.Key == "Enter")
        {
            await CommitAsync();
        }
    }

    private async Task TakeLaterAsync(CancellationToken replaced)
    {
        try
        {
            await Task.Delay(s_pause, replaced);
            await TakeAsync();
        }
        catch (OperationCanceledException)
        {
            // Another key came, or the field is gone and has handed its text over.
        }
    }

    private async Task CommitAsync()
    {
        _waiting?.Cancel();
        if (await TakeAsync())
        {
            _draft = null;
        }
    }

    private async Task<bool> TakeAsync()
    {
        if (!_pending || _draft is not { } text)
        {
            return !IsInvalid;
        }

        _pending = false;
        _taken = await Take(text);
        return _taken is not null;
    }
}
