using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Storage.Database;

namespace Builder.Storage.Runs;

/// <summary>Runs as rows of the database.</summary>
internal static class RunRows
{
    // People look into databases: a name in Chinese is to be read as one.
    private static readonly JsonSerializerOptions JsonText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RunSummary Summary(RunRow row) => new()
    {
        Id = row.Id,
        ProjectId = row.ProjectId,
        Number = row.Number,
        Name = row.Name,
        State = row.State,
        Reason = row.Reason is null ? null : JsonSerializer.Deserialize<Message>(row.Reason),
        Revision = row.Revision,
        DataFingerprint = row.DataFingerprint,
        Seed = row.Seed,
        Device = row.Device,
        AskedAt = row.AskedAt,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
        Scores = row.Scores is null ? null : Scores(row.Scores),
    };

    public static RunScores Scores(string json) => JsonSerializer.Deserialize<RunScores>(json, JsonSerializerOptions.Web)!;

    /// <summary>A run that comes from elsewhere, under a new id.</summary>
    public static RunRow Row(RunSummary run, string id, string project, long number, byte[] document) => new()
    {
        Id = id,
        ProjectId = project,
        Number = number,
        Name = run.Name,
        State = run.State,
        Reason = Json(run.Reason),
        Revision = run.Revision,
        Document = document,
        DataFingerprint = run.DataFingerprint,
        Seed = run.Seed,
        Device = run.Device,
        AskedAt = run.AskedAt,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        Scores = run.Scores is null ? null : Json(run.Scores),
    };

    public static void Change(RunRow row, RunChange change, DateTimeOffset now)
    {
        if (change.State is { } state)
        {
            row.StartedAt ??= state == RunState.Running ? now : null;
            row.EndedAt = state.IsOver() ? now : null;
            row.State = state;
            row.Reason = Json(change.Reason);
        }

        row.DataFingerprint = change.DataFingerprint ?? row.DataFingerprint;
        row.Seed = change.Seed ?? row.Seed;
        row.Device = change.Device ?? row.Device;
        row.Scores = change.Scores is null ? row.Scores : Json(change.Scores);
    }

    private static string Json(RunScores scores) => JsonSerializer.Serialize(scores.Known(), JsonSerializerOptions.Web);

    private static string? Json(Message? reason) => reason is null ? null : JsonSerializer.Serialize(reason, JsonText);
}
