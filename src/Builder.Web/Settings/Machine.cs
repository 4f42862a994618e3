using System.ComponentModel;
using System.Diagnostics;
using Builder.Protocol;
using Builder.Web.Runners;

namespace Builder.Web.Settings;

/// <summary>What this machine offers to training, as its runner finds it. It is asked once: a machine does not change while it runs.</summary>
public sealed class Machine(RunnerOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private Task<MachineReport?>? _report;

    /// <summary>What the machine offers; null where its runner does not answer.</summary>
    public Task<MachineReport?> ReportAsync()
    {
        lock (_lock)
        {
            if (_report is null || (_report.IsCompletedSuccessfully && _report.Result is null))
            {
                _report = Task.Run(AskAsync);
            }

            return _report;
        }
    }

    private async Task<MachineReport?> AskAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        Process? runner = null;
        try
        {
            runner = Process.Start(new ProcessStartInfo(options.Program, ["doctor", "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            // Both are read, so that neither fills up and holds the runner.
            var errors = runner!.StandardError.ReadToEndAsync(limit.Token);
            var report = MachineReport.Read(await runner.StandardOutput.ReadToEndAsync(limit.Token));
            await errors;
            return report;
        }
        catch (Exception error) when (error is Win32Exception or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            End(runner);
        }
    }

    private static void End(Process? runner)
    {
        if (runner is { HasExited: false })
        {
            runner.Kill();
        }

        runner?.Dispose();
    }
}
