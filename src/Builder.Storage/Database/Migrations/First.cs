using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Database.Migrations;

/// <summary>Projects, their log, snapshots and named versions, runs, settings.</summary>
[DbContext(typeof(BuilderContext))]
[Migration("20261101000000_First")]
internal sealed class First : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Projects(migrationBuilder);
        Logs(migrationBuilder);
        Runs(migrationBuilder);
        migrationBuilder.CreateIndex("IX_edits_ProjectId_CommandId", "edits", ["ProjectId", "CommandId"], unique: true);
        migrationBuilder.CreateIndex("IX_runs_ProjectId_Number", "runs", ["ProjectId", "Number"], unique: true);
        migrationBuilder.CreateIndex("IX_runs_State", "runs", "State");
        migrationBuilder.CreateIndex("IX_versions_ProjectId", "versions", "ProjectId");
    }

    private static void Projects(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "projects",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Template = table.Column<string>(nullable: true),
                Revision = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                ChangedAt = table.Column<long>(nullable: false),
                DeletedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_projects", t => t.Id));
        builder.CreateTable(
            name: "settings",
            columns: table => new
            {
                Name = table.Column<string>(nullable: false),
                Value = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_settings", t => t.Name));
    }

    private static void Logs(MigrationBuilder builder)
    {
        builder.CreateTable(
            name: "edits",
            columns: table => new
            {
                ProjectId = table.Column<string>(nullable: false),
                Revision = table.Column<long>(nullable: false),
                CommandId = table.Column<string>(nullable: false),
                Step = table.Column<string>(nullable: false),
                Edit = table.Column<string>(nullable: false),
                Inverse = table.Column<string>(nullable: false),
                Actor = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_edits", t => new { t.ProjectId, t.Revision });
                table.ForeignKey("FK_edits_projects_ProjectId", t => t.ProjectId, "projects", "Id", onDelete: ReferentialAction.Cascade);
            });
        builder.CreateTable(
            name: "snapshots",
            columns: table => new
            {
                ProjectId = table.Column<string>(nullable: false),
                Revision = table.Column<long>(nullable: false),
                Document = table.Column<byte[]>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_snapshots", t => new { t.ProjectId, t.Revision });
                table.ForeignKey("FK_snapshots_projects_ProjectId", t => t.ProjectId, "projects", "Id", onDelete: ReferentialAction.Cascade);
            });
        builder.CreateTable(
            name: "versions",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                ProjectId = table.Column<string>(nullable: false),
                Revision = table.Column<long>(nullable: false),
                Name = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_versions", t => t.Id);
                table.ForeignKey("FK_versions_projects_ProjectId", t => t.ProjectId, "projects", "Id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Runs(MigrationBuilder builder) => builder.CreateTable(
        name: "runs",
        columns: table => new
        {
            Id = table.Column<string>(nullable: false),
            ProjectId = table.Column<string>(nullable: false),
            Number = table.Column<long>(nullable: false),
            Name = table.Column<string>(nullable: false),
            State = table.Column<string>(nullable: false),
            ReasonEn = table.Column<string>(nullable: true),
            ReasonZh = table.Column<string>(nullable: true),
            Revision = table.Column<long>(nullable: false),
            Document = table.Column<byte[]>(nullable: false),
            DataFingerprint = table.Column<string>(nullable: true),
            Seed = table.Column<long>(nullable: true),
            Device = table.Column<string>(nullable: true),
            AskedAt = table.Column<long>(nullable: false),
            StartedAt = table.Column<long>(nullable: true),
            EndedAt = table.Column<long>(nullable: true),
            Scores = table.Column<string>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_runs", t => t.Id);
            table.ForeignKey("FK_runs_projects_ProjectId", t => t.ProjectId, "projects", "Id", onDelete: ReferentialAction.Cascade);
        });
}
