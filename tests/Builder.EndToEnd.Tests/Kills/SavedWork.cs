using Microsoft.Data.Sqlite;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>What is on disk, read past the server: only what stands here was saved.</summary>
/// <param name="home">The data folder.</param>
/// <param name="project">The project that is edited.</param>
internal sealed class SavedWork(string home, string project)
{
    private readonly string _database = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(home, "builder.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false,
    }.ToString();

    /// <summary>"ok" where the file is sound.</summary>
    public string Integrity() => Ask("PRAGMA integrity_check", row => row.GetString(0)).First();

    /// <summary>The ids of all edits that are kept.</summary>
    public HashSet<string> Commands() => [.. Ask("SELECT CommandId FROM edits WHERE ProjectId = $project", row => row.GetString(0))];

    /// <summary>The numbers of the revisions, in order: none may be missing.</summary>
    public IReadOnlyList<long> Revisions() => Ask("SELECT Revision FROM edits WHERE ProjectId = $project ORDER BY Revision", row => row.GetInt64(0));

    /// <summary>The runs in the order in which they were asked for.</summary>
    public IReadOnlyList<SavedRun> Runs() => Ask(
        "SELECT Id, State, Reason FROM runs WHERE ProjectId = $project ORDER BY Number",
        row => new SavedRun(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)));

    /// <summary>True where a run has something to go on from.</summary>
    public bool HasCheckpoint(string run) => File.Exists(Path.Combine(home, "projects", project, "runs", run, "checkpoint.safetensors"));

    private List<T> Ask<T>(string question, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection(_database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        command.Parameters.AddWithValue("$project", project);
        using var rows = command.ExecuteReader();
        var answer = new List<T>();
        while (rows.Read())
        {
            answer.Add(read(rows));
        }

        return answer;
    }
}

/// <summary>A run as it was saved; its reason as a code with arguments in JSON.</summary>
internal sealed record SavedRun(string Id, string State, string? Reason)
{
    /// <summary>True while it needs a process.</summary>
    public bool IsActive => State is "Preparing" or "Running" or "Stopping" or "Paused";

    /// <summary>True where it waits or trains.</summary>
    public bool IsOpen => IsActive || State == "Queued";
}
