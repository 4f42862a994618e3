using System.Globalization;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Checks;

public sealed class CopiedRowsTests
{
    private const int Rows = 400;
    private static readonly string[] s_people = ["Anna", "Ben", "Carla", "Dmitri", "Eve", "Farid"];
    private static readonly string[] s_words = "order parcel invoice refund delivery late broken screen battery charger colour size blue green warranty account login password bank card street house customer weekend manual video music printer paper kitchen garden".Split(' ');

    [Fact]
    public void Rows_whose_numbers_are_rounded_or_a_hair_apart_are_copies()
    {
        var numbers = Columns(5, Rows);
        for (var copy = 0; copy < 40; copy++)
        {
            foreach (var column in numbers)
            {
                column[Rows - 40 + copy] = copy % 2 == 0 ? Math.Round(column[copy], 1) : column[copy] + 0.01;
            }
        }

        var found = RepeatedRows.Find(Set(), Table(numbers))!;

        Assert.Equal((0, 40), (found.Repeats, found.Alike));
        Assert.Equal(40, found.Groups.Length);
        Assert.Equal(RowNumbers.Of(1, Rows - 39), found.Groups[0]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Rows_that_are_near_each_other_by_nature_are_no_copies(int columns)
    {
        var random = new Random(columns);
        var numbers = Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, 3_000).Select(_ => Math.Round(random.NextDouble() * 100, 1)).ToArray()).ToArray();

        Assert.Equal(0, RepeatedRows.Find(Set(), Table(numbers))!.Alike);
    }

    [Fact]
    public void Equal_rows_among_uneven_columns_are_no_wonder_and_copies_among_exact_ones_are()
    {
        // A fare list: few classes, sexes, ages and prices, each far from evenly spread.
        var random = new Random(3);
        double Skewed(int most) => Math.Floor(Math.Pow(random.NextDouble(), 3) * most);
        var uneven = new[] { 3, 2, 60, 5, 5, 90 }.Select(most => Enumerable.Range(0, 900).Select(_ => Skewed(most)).ToArray()).ToArray();
        var exact = Columns(3, Rows);
        foreach (var column in exact)
        {
            Array.Copy(column, 0, column, Rows - 60, 60);
        }

        var natural = RepeatedRows.Find(Set(), Table(uneven))!;
        var copied = RepeatedRows.Find(Set(), Table(exact))!;

        Assert.True(natural is { Repeats: > 10, AreExpected: true });
        Assert.Equal((60, false), (copied.Repeats, copied.AreExpected));
    }

    [Fact]
    public void A_message_sent_again_with_another_name_case_or_punctuation_is_a_copy()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, Rows).Select(i => $"Dear {s_people[random.Next(6)]}, {string.Join(' ', Enumerable.Range(0, 14).Select(_ => s_words[random.Next(s_words.Length)]))}.").ToArray();
        for (var copy = 0; copy < 30; copy++)
        {
            var first = texts[copy];
            texts[Rows - 30 + copy] = (copy % 3) switch
            {
                0 => first.ToUpperInvariant().Replace(".", "!!", StringComparison.Ordinal),
                1 => first.Replace(first.Split(' ', ',')[1], "Gregor", StringComparison.Ordinal),
                _ => "  " + first.Replace(" ", "  ", StringComparison.Ordinal).Replace(",", " -", StringComparison.Ordinal),
            };
        }

        var found = RepeatedRows.Find(Messages(), MessageTable(texts))!;

        Assert.Equal(30, found.Copies);
        Assert.Equal("message", found.Text);
        Assert.Contains(RowNumbers.Of(1, Rows - 29), found.Groups);
    }

    [Fact]
    public void Chinese_messages_are_compared_by_their_characters()
    {
        var random = new Random(9);
        const string signs = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜";
        var texts = Enumerable.Range(0, Rows).Select(_ => "王先生，" + string.Concat(Enumerable.Range(0, 30).Select(_ => signs[random.Next(signs.Length)])) + "。").ToArray();
        for (var copy = 0; copy < 20; copy++)
        {
            texts[Rows - 20 + copy] = texts[copy].Replace("王先生，", "李女士：", StringComparison.Ordinal).Replace("。", "！", StringComparison.Ordinal);
        }

        Assert.Equal(20, RepeatedRows.Find(Messages(), MessageTable(texts))!.Copies);
    }

    [Fact]
    public void Short_texts_and_texts_about_the_same_are_no_copies()
    {
        var random = new Random(11);
        var thanks = Enumerable.Range(0, Rows).Select(_ => $"thank you {s_words[random.Next(s_words.Length)]}").ToArray();
        var alike = Enumerable.Range(0, Rows).Select(_ => $"How do I change the {s_words[random.Next(30)]} {s_words[random.Next(30)]} that I bought for my {s_words[random.Next(30)]} in May?").Distinct().ToArray();

        Assert.Null(RepeatedRows.Find(Messages(), MessageTable(thanks))!.Text);
        Assert.InRange(RepeatedRows.Find(Messages(), MessageTable(alike))!.Copies, 0, 4);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("stratified")]
    [InlineData("group")]
    public void Copies_that_are_kept_together_lie_in_one_part_and_the_shares_stay(string kind)
    {
        var labels = Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? "yes" : "no").ToArray();
        var persons = Enumerable.Range(0, Rows).Select(i => $"p{i / 2}").ToArray();
        var table = new RawTable("t", [new TextColumn("label", labels), new TextColumn("person", persons), new NumberColumn("n", [.. Enumerable.Range(0, Rows).Select(i => (double)i)])], "");
        Split split = kind switch
        {
            "random" => new RandomSplit(),
            "stratified" => new StratifiedSplit { By = "label" },
            _ => new GroupSplit { By = "person" },
        };
        var set = new DataSet { Id = "d", Source = new TableSource { Path = "t.csv" }, Split = split, Changes = new RowChanges { Together = [.. Enumerable.Range(1, 100).Select(n => RowNumbers.Of(n, n + 200))] } };

        var parts = RowParts.Assign(set, table, [Rows], 1);

        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(parts[row], parts[row + 200]));
        Assert.InRange(parts.Count(p => p == Part.Test), Rows * 0.14, Rows * 0.26);
        Assert.True(kind != "group" || Enumerable.Range(0, Rows / 2).All(i => parts[2 * i] == parts[(2 * i) + 1]));
    }

    [Fact]
    public void Copies_that_are_kept_together_are_not_known_to_the_test_and_survive_the_project_file()
    {
        var numbers = Columns(3, Rows);
        foreach (var column in numbers)
        {
            Array.Copy(column, 0, column, Rows - 100, 100);
        }

        var (set, table) = (Set(), Table(numbers));
        var before = RepeatedRows.Find(set, table)!;
        var kept = set with { Changes = new RowChanges { Of = "x", Together = before.Groups } };

        Assert.InRange(before.Known, 20, 100);
        Assert.Equal(0, RepeatedRows.Find(kept, table)!.Known);
        Assert.Equal(kept.Changes, DataJson.Read(System.Text.Json.JsonDocument.Parse(DataJson.Write([kept])).RootElement)[0].Changes);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_looked_through_in_seconds()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = RepeatedRows.Find(Set(), Table(Columns(8, 120_000)))!;

        Assert.Equal((0, 100_000), (found.Copies, found.Compared!.Value));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static double[][] Columns(int count, int rows)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, rows).Select(_ => Math.Round(random.NextDouble() * 1_000, 3)).ToArray())];
    }

    private static RawTable Table(double[][] numbers) => new(
        "t.csv", [.. numbers.Select((values, i) => new NumberColumn("n" + i.ToString(CultureInfo.InvariantCulture), values)), new TextColumn("kind", [.. numbers[0].Select(_ => "x")])], "");

    private static RawTable MessageTable(string[] texts) =>
        new("t.csv", [new TextColumn("message", texts), new TextColumn("label", [.. texts.Select((_, i) => i % 2 == 0 ? "a" : "b")])], "");

    private static DataSet Set() => new()
    {
        Id = "d", Source = new TableSource { Path = "t.csv" }, Split = new RandomSplit(),
        Columns = [.. Enumerable.Range(0, 8).Select(i => new DataColumn { Name = "n" + i.ToString(CultureInfo.InvariantCulture), Type = ColumnType.Number }), new DataColumn { Name = "kind", Type = ColumnType.Category }],
    };

    private static DataSet Messages() => new()
    {
        Id = "d", Source = new TableSource { Path = "t.csv" }, Split = new RandomSplit(),
        Columns = [new DataColumn { Name = "message", Type = ColumnType.Text }, new DataColumn { Name = "label", Type = ColumnType.Category }],
    };
}
