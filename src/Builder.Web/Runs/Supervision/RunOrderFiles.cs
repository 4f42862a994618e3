using System.Text.Json;
using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage;
using Builder.Storage.Files;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Supervision;

/// <summary>What the server writes into a run's folder before the runner takes it over.</summary>
internal static class RunOrderFiles
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Makes the folder and writes what is to be trained.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="document">The document.</param>
    /// <param name="run">The run.</param>
    /// <param name="rates">The folder of a run whose changes of the learning rate are to be made again; null for none.</param>
    /// <exception cref="StorageException">The disk is full, or the folder cannot be written to.</exception>
    public static async Task WriteAsync(this RunFolder folder, ProjectDocument document, RunSummary run, RunFolder? rates)
    {
        Directory.CreateDirectory(folder.Path);
        await StoredFile.WriteAsync(folder.Document, ProjectJson.Write(document));
        if (rates is not null && File.Exists(rates.Rates) && BoundedFile.Read(rates.Rates, RunFolder.MostRateBytes) is { } changes)
        {
            await StoredFile.WriteAsync(folder.Rates, changes);
        }

        await folder.WriteSettingsAsync(run);
    }

    /// <summary>Writes what the run was asked for with: its number, seed, device and the data that it saw.</summary>
    /// <exception cref="StorageException">The disk is full, or the folder cannot be written to.</exception>
    public static Task WriteSettingsAsync(this RunFolder folder, RunSummary run) => StoredFile.WriteAsync(folder.Settings, JsonSerializer.SerializeToUtf8Bytes(
        new { run = run.Id, project = run.ProjectId, run.Number, run.Revision, run.Seed, run.Device, run.DataFingerprint, run.AskedAt }, Readable));
}
