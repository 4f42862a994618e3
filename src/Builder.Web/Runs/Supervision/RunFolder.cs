using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage.Files;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Supervision;

/// <summary>The folder of a run as its supervisor uses it.</summary>
/// <param name="Path">The folder.</param>
public sealed record RunFolder(string Path)
{
    private const string SettingsFile = "run.json";
    private const string ErrorsFile = "runner-errors.txt";
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The document that is trained.</summary>
    public string Document => System.IO.Path.Combine(Path, "project.json");

    /// <summary>Where the training can go on from.</summary>
    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint.safetensors");

    /// <summary>True where an interrupted run can go on.</summary>
    public bool CanResume => File.Exists(Checkpoint);

    /// <summary>The epoch in which an interrupted run goes on; null where it cannot.</summary>
    public long? ResumeAt => CanResume ? CheckpointHeader.EpochsDone(Checkpoint) + 1 : null;

    /// <summary>Writes what is to be trained.</summary>
    public async Task WriteAsync(ProjectDocument document, RunSummary run)
    {
        Directory.CreateDirectory(Path);
        await AtomicFile.WriteAsync(Document, ProjectJson.Write(document));
        await WriteSettingsAsync(run);
    }

    /// <summary>Keeps what the runner said when it broke down. It may quote data, so it lies beside them and not in the server's log.</summary>
    public Task WriteErrorsAsync(string errors) => AtomicFile.WriteAsync(System.IO.Path.Combine(Path, ErrorsFile), System.Text.Encoding.UTF8.GetBytes(errors));

    /// <summary>Writes what the run was asked for with: its number, seed, device and the data that it saw.</summary>
    public Task WriteSettingsAsync(RunSummary run) => AtomicFile.WriteAsync(System.IO.Path.Combine(Path, SettingsFile), JsonSerializer.SerializeToUtf8Bytes(
        new { run = run.Id, project = run.ProjectId, run.Number, run.Revision, run.Seed, run.Device, run.DataFingerprint, run.AskedAt }, Readable));
}
