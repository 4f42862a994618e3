using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(TrainedTable))]

namespace Builder.Runner.Tests.Fixtures;

/// <summary>The classifier of <see cref="TableProject"/>, trained once for all tests that need a finished run, whatever it has learned.</summary>
public sealed class TrainedTable : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Trains it.</summary>
    public TrainedTable()
    {
        TableProject.Write(_folder.Path);
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1").Finished();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>Copies the project, and its run as the folder "run".</summary>
    internal void CopyTo(TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.GetRelativePath(_folder.Path, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
