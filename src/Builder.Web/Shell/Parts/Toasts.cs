using Builder.Graph;

namespace Builder.Web.Shell.Parts;

/// <summary>What a toast offers to do.</summary>
/// <param name="Label">The words on its button.</param>
/// <param name="Run">What the button does.</param>
public sealed record ToastAction(Localized Label, Func<Task> Run);

/// <summary>The tone of a toast.</summary>
public enum ToastTone
{
    /// <summary>Something is done.</summary>
    Plain,

    /// <summary>Something deserves a look.</summary>
    Warning,

    /// <summary>Something did not work.</summary>
    Danger,
}

/// <summary>A short message at the edge of the window.</summary>
public sealed record Toast(int Number, Localized Text, ToastTone Tone, ToastAction? Action)
{
    /// <summary>How long it stays: longer where there is something to decide or to understand.</summary>
    public TimeSpan Stays => TimeSpan.FromSeconds(Action is not null ? 12 : Tone == ToastTone.Plain ? 5 : 10);
}

/// <summary>The short messages of one window.</summary>
public sealed class Toasts
{
    private const int Most = 4;
    private readonly Lock _lock = new();
    private List<Toast> _shown = [];
    private int _last;

    /// <summary>Raised when a message comes or goes.</summary>
    public event Action? Changed;

    /// <summary>Those on show, the oldest first.</summary>
    public IReadOnlyList<Toast> Shown => _shown;

    /// <summary>Says that something is done.</summary>
    public void Say(Localized text, ToastAction? action = null) => Add(text, ToastTone.Plain, action);

    /// <summary>Says that something deserves a look.</summary>
    public void Warn(Localized text, ToastAction? action = null) => Add(text, ToastTone.Warning, action);

    /// <summary>Says that something did not work, and what to do.</summary>
    public void Fail(Localized text, ToastAction? action = null) => Add(text, ToastTone.Danger, action);

    /// <summary>Takes a message away.</summary>
    public void Close(Toast toast)
    {
        lock (_lock)
        {
            _shown = [.. _shown.Where(t => t.Number != toast.Number)];
        }

        Changed?.Invoke();
    }

    private void Add(Localized text, ToastTone tone, ToastAction? action)
    {
        lock (_lock)
        {
            _shown = [.. _shown.Append(new Toast(++_last, text, tone, action)).TakeLast(Most)];
        }

        Changed?.Invoke();
    }
}
