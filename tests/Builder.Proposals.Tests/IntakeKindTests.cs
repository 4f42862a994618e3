using Builder.Proposals.Warnings;
using Builder.Tests.Intake;

namespace Builder.Proposals.Tests;

/// <summary>Kinds of tables beyond the files that were brought, see <see cref="IntakeKinds"/>: columns, cells, and what must be told with its way out.</summary>
public sealed class IntakeKindTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public static TheoryData<string> Keys => [.. IntakeKinds.All.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_table_of_any_kind_is_read_as_it_is_meant(string key)
    {
        var table = IntakeKinds.All.Single(t => t.Key == key);
        File.WriteAllBytes(Path.Combine(_project.Folder, table.File), table.Content!);
        var (inspection, plan) = ReadTable.Look(table, _project.Folder);
        var told = DataWarnings.Of(inspection, plan).Select(ReadTable.Told).ToArray();

        Assert.Equal(table.Columns.Replace("**", "*", StringComparison.Ordinal), ReadTable.Columns(plan));
        Assert.Equal(table.Cells, ReadTable.Cells(table.Cells, inspection.Table));
        Assert.True(!table.Told.Except(told).Any(), $"not told: {string.Join("; ", table.Told.Except(told))}\ntold: {string.Join("; ", told)}");
    }

    public void Dispose() => _project.Dispose();
}
