using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Database.Migrations;

/// <summary>Models that others may use under a name, and their versions. They outlive the projects that they come from.</summary>
[DbContext(typeof(BuilderContext))]
[Migration("20261129210000_PublishedModels")]
internal sealed class PublishedModels : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "published_models",
            columns: table => new
            {
                Name = table.Column<string>(nullable: false),
                ProjectId = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Purpose = table.Column<string>(nullable: false),
                IsOn = table.Column<bool>(nullable: false),
                Access = table.Column<string>(nullable: false),
                PasswordHash = table.Column<string>(nullable: true),
                CurrentVersion = table.Column<int>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_published_models", t => t.Name));
        migrationBuilder.CreateIndex(name: "IX_published_models_ProjectId", table: "published_models", column: "ProjectId");
        migrationBuilder.CreateTable(
            name: "model_versions",
            columns: table => new
            {
                ModelName = table.Column<string>(nullable: false),
                Number = table.Column<int>(nullable: false),
                RunId = table.Column<string>(nullable: false),
                Folder = table.Column<string>(nullable: false),
                IsWhole = table.Column<bool>(nullable: false),
                PublishedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_model_versions", t => new { t.ModelName, t.Number });
                table.ForeignKey("FK_model_versions_published_models_ModelName", t => t.ModelName, "published_models", "Name", onDelete: ReferentialAction.Cascade);
            });
    }
}
