using System.Collections.Concurrent;
using Builder.Graph;

namespace Builder.Web.Shell;

/// <summary>The five steps of a project, and its history.</summary>
public enum Step
{
    /// <summary>Upload, look at, split.</summary>
    Data,

    /// <summary>Draw.</summary>
    Model,

    /// <summary>Watch it learn.</summary>
    Train,

    /// <summary>See whether it is any good.</summary>
    Evaluate,

    /// <summary>Try it, hand it on.</summary>
    Use,

    /// <summary>What happened, and the way back.</summary>
    History,
}

/// <summary>How a step stands.</summary>
public enum MarkKind
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Something is in the way.</summary>
    Attention,

    /// <summary>Something is going on there now.</summary>
    Live,
}

/// <summary>How a step stands, and why in plain words.</summary>
public sealed record StepMark(MarkKind Kind, Localized Hint);

/// <summary>How the steps of all open projects stand; each feature says it of its own step.</summary>
public sealed partial class StepMarks(ILogger<StepMarks> log)
{
    private readonly ConcurrentDictionary<(string Project, Step Step), StepMark> _marks = new();

    /// <summary>Raised with the project's id when one of its marks changes.</summary>
    public event Action<string>? Changed;

    /// <summary>How a step stands; null where there is nothing to say.</summary>
    public StepMark? Of(string projectId, Step step) => _marks.GetValueOrDefault((projectId, step));

    /// <summary>Says how a step stands.</summary>
    public void Set(string projectId, Step step, StepMark mark)
    {
        if (Of(projectId, step) != mark)
        {
            _marks[(projectId, step)] = mark;
            Tell(projectId);
        }
    }

    /// <summary>There is nothing to say any more.</summary>
    public void Clear(string projectId, Step step)
    {
        if (_marks.TryRemove((projectId, step), out _))
        {
            Tell(projectId);
        }
    }

    private void Tell(string projectId) => Listeners.Each(Changed, listener => listener(projectId), error => ListenerFailed(log, projectId, error));

    [LoggerMessage(EventId = 8201, Level = LogLevel.Error, Message = "A listener of the steps of project {ProjectId} failed.")]
    private static partial void ListenerFailed(ILogger log, string projectId, Exception exception);
}
