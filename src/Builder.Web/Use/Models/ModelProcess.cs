using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Builder.Graph;
using Builder.Protocol;

namespace Builder.Web.Use.Models;

/// <summary>
/// A process with one loaded model. A native crash ends the process, never the server: whoever waits is told, and the next question starts
/// another.
/// </summary>
public sealed class ModelProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestLoad = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly TaskCompletionSource<ModelDescription> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunEvent.Prediction>> _asked = new(StringComparer.Ordinal);
    private readonly Task _reading;
    private ModelDescription? _description;
    private long _count;
    private volatile bool _isBroken;

    private ModelProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What the model takes and gives.</summary>
    public ModelDescription Description => _description ?? throw new InvalidOperationException("The model is not loaded yet.");

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>True once the process has ended, or is about to.</summary>
    public bool IsGone => _isBroken || _reading.IsCompleted;

    /// <summary>Starts a process and loads a model into it.</summary>
    /// <param name="runner">The runner's program.</param>
    /// <param name="bundle">Folder of the model.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ModelException">It cannot be loaded.</exception>
    public static async Task<ModelProcess> StartAsync(string runner, string bundle, CancellationToken ct = default)
    {
        var model = new ModelProcess(Launch(runner));
        try
        {
            await model.WriteAsync(new RunnerCommand.Load(bundle), ct);
            model._description = await model._loaded.Task.WaitAsync(LongestLoad, ct);
            return model;
        }
        catch (Exception failure)
        {
            await model.DisposeAsync();
            if (failure is TimeoutException)
            {
                throw ModelException.TooSlow();
            }

            throw;
        }
    }

    /// <summary>Asks the model.</summary>
    /// <param name="command">Makes the command with the id that it must carry.</param>
    /// <param name="ct">Gives up waiting; the model answers into the void.</param>
    /// <exception cref="ModelException">It cannot answer; "NotAsked" where the question has not reached it.</exception>
    public async Task<RunEvent.Prediction> AskAsync(Func<string, RunnerCommand> command, CancellationToken ct = default)
    {
        var id = Interlocked.Increment(ref _count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await WriteAsync(command(id), ct);
            return await answer.Task.WaitAsync(LongestAnswer, ct);
        }
        catch (TimeoutException)
        {
            End();
            throw ModelException.TooSlow();
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
        try
        {
            _process.StandardInput.Close();
            await _reading.WaitAsync(LongestFarewell);
        }
        catch (Exception e) when (e is TimeoutException or IOException or InvalidOperationException)
        {
            End();
        }

        await _reading;
        _process.Dispose();
    }

    private static Process Launch(string runner)
    {
        var start = new ProcessStartInfo(runner)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("serve");
        try
        {
            return Process.Start(start) ?? throw ModelException.NoRunner();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            throw ModelException.NoRunner();
        }
    }

    private async Task WriteAsync(RunnerCommand command, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            if (IsGone)
            {
                throw ModelException.NotReached();
            }

            // A line is written whole or not at all: who gives up waiting must not cut it in the middle.
            await _process.StandardInput.WriteLineAsync(RunnerCommandJson.Write(command).AsMemory(), CancellationToken.None);
            await _process.StandardInput.FlushAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            _isBroken = true;
            throw ModelException.NotReached();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                Take(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe broke: the process is ending.
        }

        _isBroken = true;
        await _process.WaitForExitAsync();
        _loaded.TrySetException(ModelException.Gone());
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(ModelException.Gone());
        }
    }

    private void Take(string line)
    {
        RunEvent message;
        try
        {
            message = RunEventJson.Read(line);
        }
        catch (JsonException)
        {
            // A line of a newer runner that this server does not know.
            return;
        }

        switch (message)
        {
            case RunEvent.Loaded loaded: _loaded.TrySetResult(loaded.Model); break;
            case RunEvent.Failed failed: _loaded.TrySetException(new ModelException(failed.Code, new(failed.Reason, failed.ReasonZh))); break;
            case RunEvent.Prediction answer: Waiting(answer.Id)?.TrySetResult(answer); break;
            case RunEvent.PredictionFailed failed:
                Waiting(failed.Id)?.TrySetException(new ModelException(failed.Code, new Localized(failed.Reason, failed.ReasonZh)));
                break;
        }
    }

    private TaskCompletionSource<RunEvent.Prediction>? Waiting(string id) => _asked.GetValueOrDefault(id);

    private void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
