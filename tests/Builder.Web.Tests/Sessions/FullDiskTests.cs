using System.Diagnostics;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Web.Sessions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static Builder.Web.Tests.Sessions.SessionsFixture;

namespace Builder.Web.Tests.Sessions;

public sealed class FullDiskTests : IDisposable
{
    private readonly string _disk = Directory.CreateTempSubdirectory("builder-disk-").FullName;
    private readonly bool _isSmall;

    public FullDiskTests() => _isSmall = Run("mount", "-t", "tmpfs", "-o", "size=6m", "none", _disk) == 0;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_full_disk_the_page_says_so_keeps_the_edits_and_saves_them_once_there_is_room(bool isReopened)
    {
        using var database = BuilderDatabase.Open(new DataFolder(_disk));
        using var sessions = new ProjectSessions(database.Folder, new ProjectLog(database), TimeProvider.System, NullLogger<ProjectSessions>.Instance);
        var project = await new ProjectStore(database, TimeProvider.System).CreateAsync(ProjectDocument.Create("first"));
        var session = await sessions.OpenAsync(project.Id);
        await session.ApplyAsync(Rename("before"));
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.SaveStateChanged += () => told.TrySetResult();
        if (isReopened)
        {
            SqliteConnection.ClearAllPools();
        }

        Fill();

        var answers = Enumerable.Range(1, 40).Select(n => session.ApplyAsync(Rename(new string('x', 150) + n))).ToList();
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(SavePhase.Waiting, session.SaveState.Phase);
        Assert.Contains(_isSmall ? "full" : "Not saved yet", session.SaveState.Words.En, StringComparison.Ordinal);
        Assert.StartsWith("x", session.Document.Name, StringComparison.Ordinal);

        MakeRoom();
        var results = await Task.WhenAll(answers).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.All(results, r => Assert.Null(r.Problem));
        Assert.Equal(SavePhase.Saved, session.SaveState.Phase);
        Assert.Equal(new string('x', 150) + "40", (await new ProjectLog(database).LoadAsync(project.Id)).Document.Name);
        Assert.Equal("ok", database.CheckIntegrity());
        await sessions.EndAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (_isSmall)
        {
            Run("umount", _disk);
        }

        TemporaryFolders.Delete(_disk);
    }

    /// <summary>Without the right to mount a small disk, a rule in the database that refuses every edit stands for the full disk.</summary>
    private void Fill()
    {
        if (!_isSmall)
        {
            Execute("CREATE TRIGGER full BEFORE INSERT ON edits BEGIN SELECT RAISE(ABORT, 'full'); END");
            return;
        }

        try
        {
            using var filler = File.Create(Path.Combine(_disk, "filler"), bufferSize: 0);
            for (var block = new byte[1]; ;)
            {
                filler.Write(block);
                block = block.Length < 4096 ? new byte[4096] : block;
            }
        }
        catch (IOException)
        {
            // Full now.
        }
    }

    private void MakeRoom()
    {
        if (_isSmall)
        {
            File.Delete(Path.Combine(_disk, "filler"));
        }
        else
        {
            Execute("DROP TRIGGER full");
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_disk, "builder.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
