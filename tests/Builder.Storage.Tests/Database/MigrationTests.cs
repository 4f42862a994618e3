using Builder.Graph;
using Builder.Protocol;
using Builder.Storage.Database;
using Builder.Storage.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Tests.Database;

public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-migrations-").FullName;

    public static TheoryData<string> Versions()
    {
        using var context = new BuilderContext(Sqlite.Options("unused"));
        return [.. context.Database.GetMigrations()];
    }

    [Fact]
    public void The_migrated_tables_are_those_of_the_model()
    {
        using var migrated = Context("migrated.db");
        migrated.Database.Migrate();
        using var made = Context("made.db");
        made.Database.EnsureCreated();
        Assert.Equal(Schema(made), Schema(migrated));
        Assert.NotEmpty(Schema(made));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_database_of_every_older_version_is_brought_up_to_date_with_all_that_is_in_it(string version)
    {
        using (var old = Context("builder.db"))
        {
            old.GetService<IMigrator>().Migrate(version);
            old.Database.ExecuteSqlRaw(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Versions", $"{version}.sql")));
        }

        Sqlite.Close();
        using var database = BuilderDatabase.Open(new DataFolder(_folder));
        using var context = database.Context();
        Assert.Equal("Flowers", context.Projects.Single(p => p.Revision == 1).Name);
        Assert.Equal("command-1", context.Edits.Single().CommandId);
        var run = context.Runs.Single();
        Assert.Equal(RunState.Finished, run.State);
        Assert.Equal(new Localized("Done.", "已完成。"), RunRows.Summary(run).Reason!.Words);
        Assert.Equal("ok", database.CheckIntegrity());
        using var made = Context("made.db");
        made.Database.EnsureCreated();
        Assert.Equal(Schema(made), Schema(context));
    }

    [Fact]
    public void A_start_that_was_killed_while_migrating_does_not_block_the_next()
    {
        using (var half = Context("builder.db"))
        {
            half.Database.ExecuteSqlRaw("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            half.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        }

        using var database = BuilderDatabase.Open(new DataFolder(_folder));
        Assert.Equal("ok", database.CheckIntegrity());
    }

    [Fact]
    public void A_database_of_a_newer_version_is_left_alone()
    {
        using (BuilderDatabase.Open(new DataFolder(_folder)))
        {
            using var context = Context("builder.db");
            context.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Later', '99')");
        }

        Assert.Equal("NewerDatabase", Assert.Throws<StorageException>(() => BuilderDatabase.Open(new DataFolder(_folder))).Code);
    }

    [Fact]
    public void Commits_are_synced_to_the_disk_through_a_write_ahead_log()
    {
        using var database = BuilderDatabase.Open(new DataFolder(_folder));
        using var context = database.Context();
        Assert.Equal("wal", context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").AsEnumerable().Single());
        Assert.Equal(2, context.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").AsEnumerable().Single());
        Assert.Equal(1, context.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").AsEnumerable().Single());
    }

    public void Dispose()
    {
        Sqlite.Close();
        Directory.Delete(_folder, recursive: true);
    }

    private BuilderContext Context(string file) => new(Sqlite.Options(Path.Combine(_folder, file)));

    private static List<string> Schema(BuilderContext context) => [.. context.Database
        .SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name")
        .AsEnumerable().Select(sql => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
