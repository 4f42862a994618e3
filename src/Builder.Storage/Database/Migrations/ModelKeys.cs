using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Database.Migrations;

/// <summary>Keys with which programs ask published models.</summary>
[DbContext(typeof(BuilderContext))]
[Migration("20261129220000_ModelKeys")]
internal sealed class ModelKeys : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "model_keys",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                ModelName = table.Column<string>(nullable: false),
                Start = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_model_keys", t => t.Id);
                table.ForeignKey("FK_model_keys_published_models_ModelName", t => t.ModelName, "published_models", "Name", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex(name: "IX_model_keys_ModelName", table: "model_keys", column: "ModelName");
    }
}
