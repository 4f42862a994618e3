namespace Builder.Runner.Tests;

/// <summary>A folder of its own for a test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("builder-runner-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => TemporaryFolders.Delete(Path);
}
