using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Catalog;
using Builder.Graph.Data;

namespace Builder.Graph.Tests.Json;

public class ProjectFilePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(FindRoot(), "docs", "project-file.md"));

    [Fact]
    public void The_page_names_every_kind_of_block() => Assert.All(BlockCatalog.Kinds, kind => AssertNamed(kind.Id));

    [Theory]
    [InlineData(typeof(DataSource))]
    [InlineData(typeof(Split))]
    [InlineData(typeof(Transform))]
    public void The_page_names_every_source_split_and_transform_with_its_entries(Type family)
    {
        var kinds = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind =>
        {
            AssertNamed((string)kind.TypeDiscriminator!);
            AssertEntriesNamed(kind.DerivedType);
        });
    }

    [Theory]
    [InlineData(typeof(DataSet))]
    [InlineData(typeof(DataColumn))]
    [InlineData(typeof(RowSelection))]
    [InlineData(typeof(RowCondition))]
    [InlineData(typeof(RowChanges))]
    [InlineData(typeof(CellCorrection))]
    [InlineData(typeof(ValueMeaning))]
    [InlineData(typeof(Windows))]
    public void The_page_names_every_entry_of_a_data_set(Type record) => AssertEntriesNamed(record);

    [Theory]
    [InlineData(typeof(ColumnType))]
    [InlineData(typeof(WindowRole))]
    [InlineData(typeof(ImputeStrategy))]
    [InlineData(typeof(DatePartKind))]
    [InlineData(typeof(DateOrder))]
    [InlineData(typeof(DatePartForm))]
    [InlineData(typeof(TokenizerKind))]
    public void The_page_names_every_choice(Type choices) =>
        Assert.All(Enum.GetValues(choices).Cast<object>(), choice => AssertNamed(JsonSerializer.SerializeToElement(choice, choices, DataJson.Options).GetString()!));

    private static void AssertEntriesNamed(Type record) => Assert.All(
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null),
        property => AssertNamed(JsonNamingPolicy.CamelCase.ConvertName(property.Name)));

    private static void AssertNamed(string name) => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Builder.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
