using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Database.Migrations;

/// <summary>Why a run is in its state: a code with arguments in place of words in two languages. Words that stand there stay as they are.</summary>
[DbContext(typeof(BuilderContext))]
[Migration("20261128200000_RunReasons")]
internal sealed class RunReasons : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            UPDATE runs SET ReasonEn = json_object('code', 'verbatim', 'arguments', json_object('en', ReasonEn, 'zh', coalesce(ReasonZh, ReasonEn)))
            WHERE ReasonEn IS NOT NULL
            """);
        migrationBuilder.RenameColumn(name: "ReasonEn", table: "runs", newName: "Reason");
        migrationBuilder.Sql("ALTER TABLE runs DROP COLUMN ReasonZh");
    }
}
