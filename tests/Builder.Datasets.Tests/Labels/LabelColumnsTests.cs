using Builder.Datasets.Columns;
using Builder.Datasets.Labels;

namespace Builder.Datasets.Tests.Labels;

/// <summary>A column of several labels in a cell is told by how the parts recur; whatever merely has a comma or a slash in it is none.</summary>
public sealed class LabelColumnsTests
{
    private static readonly string[] s_genres = ["action", "comedy", "drama", "horror", "crime"];

    [Theory]
    [InlineData(";")]
    [InlineData("; ")]
    [InlineData("|")]
    [InlineData(", ")]
    [InlineData("/")]
    [InlineData("、")]
    [InlineData("；")]
    [InlineData("，")]
    public void Few_names_in_many_combinations_are_labels_whatever_stands_between_them(string between)
    {
        var random = new Random(1);
        var cells = Enumerable.Range(0, 120).Select(_ => string.Join(between, Drawn(random, random.Next(1, 4)))).ToArray();

        Assert.Equal(between.Trim(), LabelColumns.Recognise(Column(cells)));
    }

    [Theory]
    [InlineData("\"", "\"")]
    [InlineData("'", "'")]
    public void Lists_as_programs_write_them_are_labels_also_where_some_are_empty(string open, string close)
    {
        var random = new Random(2);
        var cells = Enumerable.Range(0, 80).Select(_ => $"[{string.Join(", ", Drawn(random, random.Next(0, 4)).Select(g => open + g + close))}]").ToArray();

        Assert.Equal(LabelText.Json, LabelColumns.Recognise(Column(cells)));
    }

    [Fact]
    public void Labels_that_always_stand_in_the_order_of_the_alphabet_are_labels_too()
    {
        var random = new Random(3);
        var cells = Enumerable.Range(0, 100).Select(_ => string.Join(";", Drawn(random, random.Next(1, 4)).Order(StringComparer.Ordinal))).ToArray();

        Assert.Equal(";", LabelColumns.Recognise(Column(cells)));
    }

    public static TheoryData<string, string[]> Others => new()
    {
        { "towns with their country", ["Paris, France", "Lyon, France", "Rome, Italy", "Milan, Italy", "Bonn, Germany", "Berlin, Germany"] },
        { "names", ["Smith, John", "Smith, Anna", "Miller, John", "Miller, Anna", "Brown, John", "Brown, Peter"] },
        { "one class with a slash", ["M", "F", "M/F", "n/a"] },
        { "a mark for no value", ["yes", "no", "n/a"] },
        { "units", ["km/h", "m/s", "mph", "kn"] },
        { "answers with a shade", ["Yes, always", "Yes, sometimes", "No, never", "No, sometimes"] },
        { "paths", ["Home/Garden/Tools", "Home/Garden/Plants", "Home/Kitchen", "Office/Paper", "Office/Chairs"] },
        { "fractions", ["1/2", "1/3", "2/3", "1/4", "3/4", "2/1", "3/1"] },
        { "days", ["1/5/2024", "5/1/2024", "2/5/2024", "5/2/2024"] },
        { "lists of numbers", ["1;2", "2;3", "3;1", "1;3;2", "2;1"] },
        { "departments", ["IT", "HR", "Sales; Marketing", "Legal"] },
        { "plain classes", ["red", "green", "blue"] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_only_looks_like_it_is_none(string what, string[] kinds)
    {
        var random = new Random(4);
        var cells = Enumerable.Range(0, 200).Select(_ => kinds[random.Next(kinds.Length)]).ToArray();

        Assert.True(LabelColumns.Recognise(Column(cells)) is null, what);
    }

    [Fact]
    public void Sentences_with_commas_are_none()
    {
        var random = new Random(5);
        string[] words = [.. Enumerable.Range(0, 400).Select(i => $"word{i}")];
        var cells = Enumerable.Range(0, 300).Select(_ => string.Join(", ", Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => string.Join(' ', Enumerable.Range(0, 4).Select(_ => words[random.Next(words.Length)]))))).ToArray();

        Assert.Null(LabelColumns.Recognise(Column(cells)));
    }

    [Fact]
    public void What_somebody_says_to_be_labels_is_cut_where_most_cells_can_be()
    {
        Assert.Equal(",", LabelColumns.SeparatorOf(Column(["a,b", "c,d", "e"])));
        Assert.Null(LabelColumns.SeparatorOf(Column(["a", "b"])));
    }

    private static string[] Drawn(Random random, int count)
    {
        string[] all = [.. s_genres];
        random.Shuffle(all);
        return all[..count];
    }

    private static TextColumn Column(string[] cells) => new("genre", (IReadOnlyList<string?>)cells);
}
