using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Database.Migrations;

/// <summary>How often, and how fast, versions of published models answered, day by day.</summary>
[DbContext(typeof(BuilderContext))]
[Migration("20261129230000_ModelUses")]
internal sealed class ModelUses : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "model_uses",
        columns: table => new
        {
            ModelName = table.Column<string>(nullable: false),
            Number = table.Column<int>(nullable: false),
            Day = table.Column<long>(nullable: false),
            Answers = table.Column<long>(nullable: false),
            Milliseconds = table.Column<double>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_model_uses", t => new { t.ModelName, t.Number, t.Day });
            table.ForeignKey(
                "FK_model_uses_model_versions_ModelName_Number", t => new { t.ModelName, t.Number }, "model_versions", ["ModelName", "Number"], onDelete: ReferentialAction.Cascade);
        });
}
