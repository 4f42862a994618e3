using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Builder.Storage.Database;

/// <summary>The tables. Nothing here belongs to one brand of database.</summary>
internal sealed class BuilderContext(DbContextOptions<BuilderContext> options) : DbContext(options)
{
    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<EditRow> Edits => Set<EditRow>();

    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<BrowserSessionRow> BrowserSessions => Set<BrowserSessionRow>();

    public DbSet<PublishedModelRow> PublishedModels => Set<PublishedModelRow>();

    public DbSet<ModelVersionRow> ModelVersions => Set<ModelVersionRow>();

    public DbSet<ModelKeyRow> ModelKeys => Set<ModelKeyRow>();

    public DbSet<ModelUseRow> ModelUses => Set<ModelUseRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProjectRow>().ToTable("projects").HasKey(p => p.Id);
        modelBuilder.Entity<SettingRow>().ToTable("settings").HasKey(s => s.Name);
        modelBuilder.Entity<BrowserSessionRow>().ToTable("browser_sessions").HasKey(s => s.Id);
        OnPublishedModelsCreating(modelBuilder);
        modelBuilder.Entity<EditRow>(edits =>
        {
            edits.ToTable("edits").HasKey(e => new { e.ProjectId, e.Revision });
            edits.HasIndex(e => new { e.ProjectId, e.CommandId }).IsUnique();
            edits.HasOne<ProjectRow>().WithMany().HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SnapshotRow>(snapshots =>
        {
            snapshots.ToTable("snapshots").HasKey(s => new { s.ProjectId, s.Revision });
            snapshots.HasOne<ProjectRow>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<VersionRow>(versions =>
        {
            versions.ToTable("versions").HasKey(v => v.Id);
            versions.HasIndex(v => v.ProjectId);
            versions.HasOne<ProjectRow>().WithMany().HasForeignKey(v => v.ProjectId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<RunRow>(runs =>
        {
            runs.ToTable("runs").HasKey(r => r.Id);
            runs.HasIndex(r => new { r.ProjectId, r.Number }).IsUnique();
            runs.HasIndex(r => r.State);
            runs.HasOne<ProjectRow>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void OnPublishedModelsCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PublishedModelRow>(models =>
        {
            models.ToTable("published_models").HasKey(m => m.Name);
            models.HasIndex(m => m.ProjectId);
        });
        modelBuilder.Entity<ModelVersionRow>(versions =>
        {
            versions.ToTable("model_versions").HasKey(v => new { v.ModelName, v.Number });
            versions.HasOne<PublishedModelRow>().WithMany().HasForeignKey(v => v.ModelName).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ModelUseRow>(uses =>
        {
            uses.ToTable("model_uses").HasKey(u => new { u.ModelName, u.Number, u.Day });
            uses.HasOne<ModelVersionRow>().WithMany().HasForeignKey(u => new { u.ModelName, u.Number }).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ModelKeyRow>(keys =>
        {
            keys.ToTable("model_keys").HasKey(k => k.Id);
            keys.HasIndex(k => k.ModelName);
            keys.HasOne<PublishedModelRow>().WithMany().HasForeignKey(k => k.ModelName).OnDelete(DeleteBehavior.Cascade);
        });
    }

    /// <summary>Moments as milliseconds: every database can keep, compare and sort them.</summary>
    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
