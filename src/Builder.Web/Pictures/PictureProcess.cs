using System.Collections.Concurrent;
using System.Globalization;
using Builder.Datasets;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Web.Runners;

namespace Builder.Web.Pictures;

/// <summary>A runner that opens pictures and tables, and those who wait for its answers.</summary>
internal sealed class PictureProcess : IAsyncDisposable
{
    private const string Command = "pictures";
    private const string HeapLimitVariable = "DOTNET_GCHeapHardLimit";

    private readonly RunnerProcess _runner;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunEvent>> _asked = new(StringComparer.Ordinal);
    private readonly Task _over;
    private long _count;
    private volatile bool _isBroken;

    /// <summary>Starts one.</summary>
    /// <param name="program">The runner's program.</param>
    /// <param name="surroundings">What it finds around it.</param>
    /// <param name="heapLimit">Bytes that its managed memory may take, as the runtime reads them; null for no limit.</param>
    /// <exception cref="RunnerMissingException">It cannot be started.</exception>
    public PictureProcess(string program, RunnerSurroundings? surroundings, string? heapLimit)
    {
        _runner = RunnerProcess.Start(program, Take, surroundings, Command, heapLimit is null ? null : new Dictionary<string, string> { [HeapLimitVariable] = heapLimit });
        _over = _runner.Ended.ContinueWith(_ => TellAllItIsGone(), TaskScheduler.Default);
    }

    /// <summary>Its process.</summary>
    public int ProcessId => _runner.ProcessId;

    /// <summary>True once it has ended, or is about to.</summary>
    public bool IsGone => _isBroken || _over.IsCompleted;

    /// <summary>Gives it a task and waits for the answer.</summary>
    /// <exception cref="DataException">The picture cannot be used, or took too long.</exception>
    /// <exception cref="PictureProcessGoneException">The process ended before it answered.</exception>
    public async Task<RunEvent> AskAsync(Func<string, RunnerCommand> task, TimeSpan longest, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (IsGone || !await _runner.SendAsync(task(id)).WaitAsync(ct))
            {
                // It takes a moment until its end is known; nobody is to ask it meanwhile.
                _isBroken = true;
                throw new PictureProcessGoneException();
            }

            return await answer.Task.WaitAsync(longest, ct) is RunEvent.PictureFailed failed
                ? throw new DataException(failed.Message, code: failed.Code) : answer.Task.Result;
        }
        catch (TimeoutException)
        {
            _runner.Kill();
            throw PictureFailures.TooSlow();
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isBroken = true;
        await _runner.DisposeAsync();
        await _over;
    }

    private void Take(RunEvent message)
    {
        var id = message switch
        {
            RunEvent.PictureDone done => done.Id,
            RunEvent.PicturesSeen seen => seen.Id,
            RunEvent.PicturesChecked done => done.Id,
            RunEvent.CopiesFound found => found.Id,
            RunEvent.SchemaRead read => read.Id,
            RunEvent.TableRead read => read.Id,
            RunEvent.PictureFailed failed => failed.Id,
            _ => null,
        };
        if (id is not null && _asked.TryGetValue(id, out var waiting))
        {
            waiting.TrySetResult(message);
        }
    }

    private void TellAllItIsGone()
    {
        _isBroken = true;
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(new PictureProcessGoneException());
        }
    }
}

/// <summary>The process that opens pictures has ended before it answered.</summary>
internal sealed class PictureProcessGoneException : Exception;

/// <summary>Why pictures cannot be opened, where it is not the picture's own fault.</summary>
internal static class PictureFailures
{
    private static readonly MessageTemplate GoneWords = new(
        "pictures-stopped",
        "This picture could not be read: the program that opens pictures stopped over it. Save it as a PNG or JPEG, or make it smaller.",
        "无法读取这张图片：读取图片的程序因它而中止。请另存为 PNG 或 JPEG，或缩小图片。");

    public static DataException Gone() =>
        new(GoneWords.With());

    private static readonly MessageTemplate TooSlowWords = new(
        "pictures-too-slow",
        "This picture took too long to read. Make it smaller, or save it as a PNG or JPEG.",
        "读取这张图片用时过长。请缩小图片，或另存为 PNG 或 JPEG。");

    public static DataException TooSlow() =>
        new(TooSlowWords.With());

    private static readonly MessageTemplate NoRunnerWords = new(
        "pictures-no-runner",
        "The program that opens pictures cannot be started. Start Builder with ./builder run, which builds it.",
        "无法启动读取图片的程序。请用 ./builder run 启动 Builder，它会自动构建该程序。");

    public static DataException NoRunner() =>
        new(NoRunnerWords.With());

    /// <summary>True where the program failed over a picture, or is not there, so that the next may meet the same.</summary>
    public static bool IsOfTheProgram(DataException failure) =>
        failure.Code == GoneWords.Code || failure.Code == TooSlowWords.Code || IsMissing(failure);

    /// <summary>True where the program is not there at all.</summary>
    public static bool IsMissing(DataException failure) => failure.Code == NoRunnerWords.Code;
}
