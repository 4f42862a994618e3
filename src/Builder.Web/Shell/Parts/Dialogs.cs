using Builder.Graph;

namespace Builder.Web.Shell.Parts;

/// <summary>A question that is answered by yes or no.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">What follows from a yes.</param>
/// <param name="Yes">The words on the button that does it.</param>
/// <param name="Danger">True where something is lost by it.</param>
public sealed record Confirmation(Localized Title, Localized Text, Localized Yes, bool Danger = false);

/// <summary>Asks the person in front of a window.</summary>
public sealed class Dialogs
{
    private TaskCompletionSource<bool>? _answer;

    /// <summary>Raised when there is a question, and when it is answered.</summary>
    public event Action? Changed;

    /// <summary>The question that waits for its answer.</summary>
    public Confirmation? Question { get; private set; }

    /// <summary>Asks, and waits for the answer. A second question answers the first with no.</summary>
    public Task<bool> ConfirmAsync(Confirmation question)
    {
        _answer?.TrySetResult(false);
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Question = question;
        Changed?.Invoke();
        return _answer.Task;
    }

    /// <summary>Answers the question.</summary>
    public void Answer(bool yes)
    {
        var answer = _answer;
        (_answer, Question) = (null, null);
        Changed?.Invoke();
        answer?.TrySetResult(yes);
    }
}
