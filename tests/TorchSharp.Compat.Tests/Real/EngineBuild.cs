using System.Diagnostics;

namespace TorchSharp.Compat.Tests.Real;

/// <summary>Builds the engine on a TorchSharp that is not this project, in a folder of its own.</summary>
internal static class EngineBuild
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    /// <summary>Where <see cref="Run"/> puts the engine's assembly.</summary>
    public static string Engine { get; } = Path.Combine(Artifacts, "bin", "Builder.Training", "release", "Builder.Training.dll");

    private static string Artifacts => Path.Combine(RepositoryFolder.Path, ".build", "torchsharp-compiled");

    /// <summary>Runs <c>dotnet COMMAND src/Builder.Training</c> with the properties.</summary>
    /// <returns>Whether it succeeded, and everything that it printed.</returns>
    public static async Task<(bool Succeeded, string Output)> Run(string command, params string[] properties)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // One process, so that nothing is left behind that holds its output open.
            ArgumentList = { command, "src/Builder.Training", "-m:1", "-nodeReuse:false", "-v:minimal", "-nologo" },
        };
        // The analyzers have had their say when the solution was built.
        foreach (var property in (string[])["UseSharedCompilation=false", "RunAnalyzers=false", "Configuration=Release", $"ArtifactsPath={Artifacts}", .. properties])
        {
            start.ArgumentList.Add($"-p:{property}");
        }

        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(s_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(late.Token);
            var errors = process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode == 0, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (false, $"dotnet {command} took longer than {s_patience}.");
        }
    }
}
