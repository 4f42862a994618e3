using System.Globalization;
using Builder.Datasets.Profiles;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

public sealed class ValueWarningsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("999", 4, "placeholder")]
    [InlineData("-1", 5, "placeholder")]
    [InlineData("-99", 3, "placeholder")]
    [InlineData("999999999", 1, "placeholder")]
    [InlineData("1500", 5, "placeholder")]
    [InlineData("99", 6, null)]
    [InlineData("-1", 1, null)]
    [InlineData("130", 3, null)]
    [InlineData("7e12", 1, "far-outside")]
    public void Numbers_that_stand_for_none_or_spoil_a_column_are_named(string odd, int times, string? code)
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 300).Select(i => $"{(i < times ? odd : random.Next(1, 95).ToString(CultureInfo.InvariantCulture))},{random.NextDouble().ToString(CultureInfo.InvariantCulture)}\n");
        var inspection = _project.InspectTable("age,price\n" + string.Concat(rows));
        var plan = DataPlan.Guess(inspection, "data");

        var found = DataWarnings.Of(inspection, plan).Where(w => w.Code is "placeholder" or "far-outside").ToArray();

        Assert.Equal(code is null ? [] : [(code, "age")], found.Select(w => (w.Code, w.Column)));
        foreach (var fix in found.SelectMany(w => w.OtherFixes.Prepend(w.Fix!)))
        {
            var mended = fix.Apply(plan);
            var again = SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(DataWarnings.Of(again, mended), w => w.Code is "placeholder" or "far-outside");
            TemporaryProject.AssertTrains(_project.Propose(inspection.AsMeant(mended.Changes), mended));
        }
    }

    [Theory]
    [InlineData("a + b", true)]
    [InlineData("a - b", true)]
    [InlineData("a * b", true)]
    [InlineData("a / b", true)]
    [InlineData("a + b + c", true)]
    [InlineData("a - b - c", true)]
    [InlineData("a + b + c + d", true)]
    [InlineData("a + noise", false)]
    [InlineData("noise", false)]
    public void Columns_that_together_are_the_target_are_named(string formula, bool isLeak)
    {
        var random = new Random(6);
        var rows = Enumerable.Range(0, 200).Select(_ =>
        {
            var (a, b, c, d, noise) = (random.Next(1, 500), random.Next(1, 500), random.Next(1, 500), random.Next(1, 500), random.NextDouble() * 300);
            var y = formula switch
            {
                "a + b" => a + b, "a - b" => a - b, "a * b" => a * b, "a / b" => Math.Round(a / (double)b, 3), "a + b + c" => a + b + c, "a - b - c" => a - b - c,
                "a + b + c + d" => a + b + c + d, "a + noise" => a + noise, _ => noise,
            };
            return string.Create(CultureInfo.InvariantCulture, $"{a},{b},{c},{d},{y}\n");
        });
        var inspection = _project.InspectTable("a,b,c,d,y\n" + string.Concat(rows));
        var plan = DataPlan.Guess(inspection, "data");

        var warning = DataWarnings.Of(inspection, plan).SingleOrDefault(w => w.Code == "sum-gives-away");

        Assert.Equal(isLeak, warning is not null);
        if (warning is not null)
        {
            Assert.DoesNotContain(DataWarnings.Of(inspection, warning.Fix!.Apply(plan)), w => w.Code == "sum-gives-away");
        }
    }

    [Theory]
    [InlineData("north|South|NORTH|south", 2)]
    [InlineData("New York|new  york|NewYork", 1)]
    [InlineData("billing|biling|billling|bliling", 1)]
    [InlineData("type a|type b|type c", 0)]
    [InlineData("level 1|level 2|level 10", 0)]
    [InlineData("A|A-|A+|B", 0)]
    [InlineData("male|female", 0)]
    [InlineData("increase|decrease", 0)]
    [InlineData("cat|car|bat", 0)]
    [InlineData("ＡＢＣ公司|ABC公司", 1)]
    public void Spellings_are_told_from_names(string spellings, int merged)
    {
        var names = spellings.Split('|');
        var rows = Enumerable.Range(0, 240).Select(i => $"{i * 37 % 101},{names[i % 4 > 0 ? 0 : i / 4 % names.Length]}\n").Concat(names.Select(n => $"1,{n}\n"));
        var inspection = _project.InspectTable("x,kind\n" + string.Concat(rows));
        var plan = DataPlan.Guess(inspection, "data").WithTarget("kind");

        var warning = DataWarnings.Of(inspection, plan).SingleOrDefault(w => w.Code == "spellings");

        Assert.Equal(merged, warning is null ? 0 : warning.Fix!.Apply(plan).Changes!.Meanings.Select(m => m.Meant).Distinct().Count());
    }

    public void Dispose() => _project.Dispose();
}
