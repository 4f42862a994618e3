using System.Text.Json;
using Builder.Runner.Tests.Examples;
using Builder.Training.Importances;
using Builder.Training.Tests.Loop;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Importances;

public sealed class CorrelatedColumnsTests
{
    private static readonly JsonElement s_stored = OracleFile.Read("importance.json");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_stored.GetProperty("clusters").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clusters_are_those_of_scipy(int number)
    {
        var stored = s_stored.GetProperty("clusters")[number];
        var rows = stored.GetProperty("closeness").Deserialize<double[][]>()!;
        var closeness = new double[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
            {
                closeness[i, j] = rows[i][j];
            }
        }

        Assert.Equal(stored.GetProperty("groups").Deserialize<int[][]>()!, CorrelatedColumns.Clusters(closeness, CorrelatedColumns.Least).Select(g => g.ToArray()));
    }

    [Fact]
    public void Any_two_of_a_group_are_close_not_only_neighbours()
    {
        double[,] chain = { { 1, 0.9, 0.5 }, { 0.9, 1, 0.85 }, { 0.5, 0.85, 1 } };

        Assert.Equal([0, 1], Assert.Single(CorrelatedColumns.Clusters(chain, 0.8)));
    }

    [Fact]
    public void A_number_its_copy_in_other_units_and_the_category_that_it_decides_are_found_together_and_a_text_with_nothing()
    {
        var project = new ProjectFile("""
            { "id": "table", "source": { "kind": "table", "path": "data.csv" },
              "columns": [
                { "name": "cm", "type": "number", "transforms": [{ "kind": "standardize" }] }, { "name": "free", "type": "number", "transforms": [{ "kind": "minMax" }] },
                { "name": "inch", "type": "number", "transforms": [] }, { "name": "size", "type": "category", "transforms": [{ "kind": "oneHot" }] },
                { "name": "code", "type": "category", "transforms": [{ "kind": "ordinal" }] }, { "name": "words", "type": "text", "transforms": [{ "kind": "tokenize", "tokenizer": "word", "length": 4 }] },
                { "name": "kind", "type": "category", "transforms": [{ "kind": "ordinal" }] }],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 } }
            """).Block("input", "NumberInput", """{ "columns": ["cm", "free", "inch", "size"] }""").Block("codes", "CategoryInput", """{ "columns": ["code"] }""")
            .Block("embedded", "Embedding", """{ "embedding_dim": 2 }""").Block("text", "TextInput", """{ "column": "words" }""").Block("words", "EmbeddingBag", """{ "embedding_dim": 2 }""")
            .Block("all", "Concatenate").Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("codes", "embedded").Chain("text", "words").Link("input.output", "all.inputs").Link("embedded.output", "all.inputs").Link("words.output", "all.inputs")
            .Chain("all", "out").Classifies("out", "kind").Trainer("""{ "epochs": 1 }""");
        var csv = "cm,free,inch,size,code,words,kind\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant(
            $"{i % 50},{i * 37 % 101},{(i % 50) / 2.54:F3},{(i % 50 < 17 ? "s" : i % 50 < 33 ? "m" : "l")},{(i % 50 < 17 ? "x" : i % 50 < 33 ? "y" : "z")},word{i % 7} text,{(i * 13 % 5 < 2 ? "a" : "b")}\n")));
        using var run = LoopRun.OfTable(project, csv);
        var columns = InputColumn.Of(run.Session);
        var groups = CorrelatedColumns.Among(run.Session.Data, run.Session.Data.Test, columns);

        Assert.Equal(["cm", "code", "free", "inch", "size", "words"], columns.Select(c => c.Name).Order());
        Assert.Equal(["cm", "code", "inch", "size"], Assert.Single(groups).Select(i => columns[i].Name).Order());
    }
}
