using System.Diagnostics;

namespace Builder.Architecture.Tests.Script;

/// <summary>What a command left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>
/// A temporary copy of the root script and its parts, with sources, a runner and a <c>dotnet</c> of the test's own making, so that the
/// script's decisions can be watched without building anything.
/// </summary>
internal sealed class ScriptFolder : IDisposable
{
    public ScriptFolder()
    {
        foreach (var file in Repository.Files("scripts").Append("builder"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Path.Combine(Repository.Root, file), PathOf(file));
        }

        foreach (var file in new[] { "Builder.sln", "global.json", "Directory.Build.props", ".editorconfig" })
        {
            Write(file, "");
        }

        Write("src/Room/Thing.cs", "class Thing;");
        WriteProgram("programs/dotnet", """
            echo "dotnet $*" >>"$(dirname "$0")/calls"
            [[ $1 == --list-sdks ]] && echo "10.0.401 [/sdk]"
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("builder-script-").FullName;

    /// <summary>The calls of <c>dotnet</c> so far.</summary>
    public string DotnetCalls => File.Exists(PathOf("programs/calls")) ? File.ReadAllText(PathOf("programs/calls")) : "";

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    public void WriteProgram(string relative, string body)
    {
        Write(relative, "#!/usr/bin/env bash\n" + body + "\n");
        File.SetUnixFileMode(PathOf(relative), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Puts a finished runner where the script expects the one for the present sources; it tells its folder and arguments.</summary>
    public string InstallRunner()
    {
        var runner = $".build/runner/{Source("fingerprint src").Output.Trim()}";
        WriteProgram($"{runner}/builder-runner", """echo "in $PWD"; printf '<%s>' "$@"; echo""");
        return runner;
    }

    /// <summary>Runs the script itself, from <paramref name="folder"/> (the root where null).</summary>
    public Outcome Builder(string arguments, string language = "C", string? folder = null) =>
        Bash($"{PathOf("builder")} {arguments}", language, folder);

    /// <summary>Runs commands with the script's parts read in, as its own functions see them.</summary>
    public Outcome Source(string commands, string language = "C") => Bash($"""
        set -euo pipefail
        root={Root}; state=$root/.build; logs=$state/logs
        source $root/scripts/lib/text.sh; source $root/scripts/lib/setup.sh; source $root/scripts/lib/test.sh
        {commands}
        """, language, null);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private Outcome Bash(string commands, string language, string? folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", commands])
        {
            WorkingDirectory = folder ?? Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        start.Environment["LANG"] = language;
        start.Environment["PATH"] = $"{PathOf("programs")}:/usr/bin:/bin";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }
}
