using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Preparation;

public class LeakageTests
{
    private const int Rows = 60;

    private static readonly Split[] s_splits =
    [
        new RandomSplit { Seed = 3 },
        new StratifiedSplit { By = "class" },
        new GroupSplit { By = "group" },
        new TimeSplit { By = "moment" },
        new GivenSplit { By = "part" },
    ];

    private static readonly Gen<(Split Split, int[] Numbers, int[] Others)> s_cases =
        from split in Gen.Elements(s_splits)
        from numbers in Gen.Choose(0, 12).ArrayOf(Rows)
        from others in Gen.Choose(0, 30).ArrayOf(Rows)
        select (split, numbers, others);

    [Fact]
    public void Changing_any_row_that_is_held_back_never_changes_what_is_learned()
    {
        Prop.ForAll(s_cases.ToArbitrary(), input =>
        {
            var first = Prepare(input.Split, input.Numbers);
            var held = first.Validation.Concat(first.Test).ToHashSet();
            var changed = input.Numbers.Select((value, row) => held.Contains(row) ? input.Others[row] : value).ToArray();
            var second = Prepare(input.Split, changed);

            Assert.Equal(first.Fitted.ToJson(), second.Fitted.ToJson());
            Assert.Equal(first.Train, second.Train);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_learned_does_follow_the_training_rows()
    {
        var numbers = Enumerable.Range(0, Rows).Select(row => row % 11 + 1).ToArray();
        var first = Prepare(s_splits[0], numbers);
        numbers[first.Train[0]] += 5;

        Assert.NotEqual(first.Fitted.ToJson(), Prepare(s_splits[0], numbers).Fitted.ToJson());
    }

    [Fact]
    public void Every_row_lies_in_exactly_one_part()
    {
        Prop.ForAll(s_cases.ToArbitrary(), input =>
        {
            var data = Prepare(input.Split, input.Numbers);

            Assert.Equal(Enumerable.Range(0, Rows).Select(row => (long)row), data.Train.Concat(data.Validation).Concat(data.Test).Order());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Saved_and_loaded_transforms_treat_rows_as_those_in_memory_did_to_the_bit()
    {
        Prop.ForAll(s_cases.ToArbitrary(), input =>
        {
            var data = Prepare(input.Split, input.Numbers);
            var saved = FittedTransforms.FromJson(data.Fitted.ToJson(), "data.json");
            var again = DataPreparation.Apply(Description(input.Split), saved, Table(input.Numbers), ct: TestContext.Current.CancellationToken);

            Assert.Equal(data.Fitted.ToJson(), saved.ToJson());
            Assert.Equal(data.Columns.Keys.Order(), again.Columns.Keys.Order());
            Assert.All(data.Columns, column => Assert.Equal(Bytes(column.Value.Values), Bytes(again.Columns[column.Key].Values)));
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Bytes(Array values)
    {
        var bytes = new byte[Buffer.ByteLength(values)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static PreparedData Prepare(Split split, int[] numbers) => Tables.Prepare(Table(numbers), Description(split));

    /// <summary>All columns follow the same numbers; 0 is a missing value. The first two rows always have one, and always train where the data say so.</summary>
    private static RawTable Table(int[] numbers)
    {
        string?[] Words(Func<int, string> word) => [.. numbers.Select(number => number == 0 ? null : word(number))];
        return Tables.Of(
            Tables.Numbers("x", [.. numbers.Select(number => number == 0 ? double.NaN : number * 0.37)]),
            Tables.Texts("c", Words(number => $"name {number}")),
            Tables.Texts("t", Words(number => $"word{number} and word{number / 2}")),
            Tables.Texts("d", Words(number => $"2024-03-{number:00}")),
            Tables.Texts("class", [.. Enumerable.Range(0, Rows).Select(row => $"{row % 3}")]),
            Tables.Texts("group", [.. Enumerable.Range(0, Rows).Select(row => $"{row % 7}")]),
            Tables.Numbers("moment", [.. Enumerable.Range(0, Rows).Select(row => (double)(row * 17 % Rows))]),
            Tables.Texts("part", [.. Enumerable.Range(0, Rows).Select(row => row % 5 < 3 ? "train" : row % 5 == 3 ? "validation" : "test")]));
    }

    private static DataSet Description(Split split)
    {
        var fill = new Impute { Strategy = ImputeStrategy.Constant, Value = 4, Category = "none" };
        return Tables.Data(
            split,
            Tables.Number("x", new Impute { Strategy = ImputeStrategy.Constant, Value = 1 }, new Standardize()),
            Tables.Number("x", new Impute { Strategy = ImputeStrategy.Constant, Value = 1 }, new Log { Offset = 1 }, new MinMax()) with { Name = "x2", From = "x" },
            Tables.Number("x", new Impute { Strategy = ImputeStrategy.Constant, Value = 1 }, new Asinh()) with { Name = "x3", From = "x" },
            Tables.Category("c", fill),
            Tables.Category("c", fill, new OneHot()) with { Name = "c2", From = "c" },
            Tables.Text("t", fill, new Tokenize()),
            Tables.Text("t", fill, new Tokenize { Tokenizer = TokenizerKind.Bpe, VocabularySize = 300, Length = 12 }) with { Name = "t2", From = "t" });
    }
}
