using System.Text.Json;
using Builder.Graph.Catalog;

namespace Builder.Graph.Tests.Catalog;

public class FormulaTests
{
    /// <summary>The browser part's tests set every formula of this list with KaTeX; here it is seen that the list is that of the catalog.</summary>
    [Fact]
    public void The_list_of_formulas_that_are_set_in_tests_is_complete()
    {
        var listed = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "formulas.json")))!;
        var formulas = BlockCatalog.Kinds.Select(kind => kind.Formula).Where(formula => formula.Length > 0).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(formulas, listed.Order(StringComparer.Ordinal));
    }
}
