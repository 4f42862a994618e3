using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Builder.Runner.Tests;

/// <summary>
/// Runs the executable as a process of its own, as a person does: the published one that BUILDER_RUNNER names, or the one built beside the
/// tests.
/// </summary>
internal static class RunnerProcess
{
    private static readonly string[] Program = Environment.GetEnvironmentVariable("BUILDER_RUNNER") is { Length: > 0 } published
        ? [published]
        : [Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")), Path.Combine(AppContext.BaseDirectory, "builder-runner.dll")];

    /// <summary>Runs a command to its end.</summary>
    public static RunnerResult Run(params ReadOnlySpan<string> arguments) => Finish(Start(arguments));

    /// <summary>Runs a command to its end for somebody who reads Chinese.</summary>
    public static RunnerResult RunInChinese(params ReadOnlySpan<string> arguments) => Finish(Start("zh_CN.UTF-8", arguments));

    /// <summary>Runs a command to its end with a full disk for its standard output.</summary>
    public static RunnerResult RunWithFullOutput(params ReadOnlySpan<string> arguments) =>
        Finish(Start("C.UTF-8", ["-c", "exec \"$@\" >/dev/full", "sh", .. Program, .. arguments], program: ["/bin/sh"]));

    /// <summary>Runs a command to its end with variables of the environment, each as NAME=VALUE.</summary>
    public static RunnerResult RunWith(string[] variables, params ReadOnlySpan<string> arguments) =>
        Finish(Start("C.UTF-8", arguments, program: ["/usr/bin/env", .. variables, .. Program]));

    /// <summary>Starts a command; both output streams are redirected and must be read.</summary>
    public static Process Start(params ReadOnlySpan<string> arguments) => Start("C.UTF-8", arguments);

    /// <summary>Starts a runner under command; all three streams are redirected.</summary>
    public static Process Serve() => Start("C.UTF-8", ["serve"], takesInput: true);

    /// <summary>
    /// Starts a runner under command whose parent is a shell, which first tells the runner's number in a line and then lives until it is killed; all
    /// three streams are the runner's. (A shell gives what it starts in the background no input unless it is told to by another number.)
    /// </summary>
    public static Process ServeBelowShell(string command) =>
        Start("C.UTF-8", ["-c", "exec 3<&0; \"$@\" <&3 3<&- & echo $!; wait", "sh", .. Program, command], takesInput: true, program: ["/bin/sh"]);

    private static RunnerResult Finish(Process process)
    {
        using var ended = process;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Process Start(string language, ReadOnlySpan<string> arguments, bool takesInput = false, string[]? program = null)
    {
        program ??= Program;
        var start = new ProcessStartInfo(program[0], [.. program[1..], .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = takesInput,
        };
        start.Environment["LC_ALL"] = language;
        return Process.Start(start)!;
    }
}
