using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Builder.Storage.Database.Migrations;

/// <summary>Browsers that were let in.</summary>
[DbContext(typeof(BuilderContext))]
[Migration("20261128000000_BrowserSessions")]
internal sealed class BrowserSessions : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "browser_sessions",
        columns: table => new
        {
            Id = table.Column<string>(nullable: false),
            Browser = table.Column<string>(nullable: false),
            SystemUser = table.Column<long>(nullable: true),
            OpenedAt = table.Column<long>(nullable: false),
            SeenAt = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_browser_sessions", t => t.Id));
}
