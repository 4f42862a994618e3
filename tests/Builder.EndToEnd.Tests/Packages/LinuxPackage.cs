using System.Diagnostics;
using Builder.EndToEnd.Tests.Packages;

[assembly: AssemblyFixture(typeof(LinuxPackage))]

namespace Builder.EndToEnd.Tests.Packages;

/// <summary>
/// The archive for Linux, made by <c>./builder package</c> from the present sources and unpacked in a folder whose path is none that a program
/// would like: with spaces and Chinese.
/// </summary>
public sealed class LinuxPackage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly Lazy<Task<string>> _whole;
    private readonly string _root = Directory.CreateTempSubdirectory("builder-package-").FullName;

    /// <summary>Nothing is made until a test asks for it.</summary>
    public LinuxPackage() => _whole = new(MakeAsync);

    /// <summary>The person's home folder: empty at first.</summary>
    public string Home => Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;

    /// <summary>The unpacked folder.</summary>
    public Task<string> WholeAsync() => _whole.Value;

    /// <summary>A program of the archive in surroundings where nothing else is in reach: no other program, no .NET, no variable of the caller's.</summary>
    public ProcessStartInfo Alone(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Home };
        start.Environment.Clear();
        start.Environment["PATH"] = "/nonexistent";
        start.Environment["HOME"] = Home;
        return start;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        TemporaryFolders.Delete(_root);
        return ValueTask.CompletedTask;
    }

    private async Task<string> MakeAsync()
    {
        var archive = (await SayAsync("./builder", "package", "linux-x64")).Trim();
        var folder = Directory.CreateDirectory(Path.Combine(_root, "My programs 我的程序")).FullName;
        await SayAsync("tar", "-xzf", archive, "-C", folder);
        return Assert.Single(Directory.GetDirectories(folder));
    }

    private static async Task<string> SayAsync(string program, params string[] arguments)
    {
        var root = Environment.GetEnvironmentVariable("BUILDER_ROOT")!;
        var start = new ProcessStartInfo(program.StartsWith('.') ? Path.Combine(root, program) : program, arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test's own runtime switches are not those of a build.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
