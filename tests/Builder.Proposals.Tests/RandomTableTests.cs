using System.Globalization;
using System.Text;
using Builder.Datasets;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Proposals.Tests;

public sealed class RandomTableTests
{
    private static readonly string[] s_labels = ["red", "round", "large", "old"];

    [Fact]
    public void Any_table_either_gets_a_model_that_trains_or_words_that_say_why_not()
    {
        var proposed = 0;
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using var project = new TemporaryProject();
            var inspection = project.InspectTable(Table(new Random(seed)));
            try
            {
                TemporaryProject.AssertTrains(project.Propose(inspection));
                proposed++;
            }
            catch (DataException refusal)
            {
                Assert.NotEmpty(refusal.Words.Zh);
            }
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(80), property);

        Assert.InRange(proposed, 40, 80);
    }

    [Fact]
    public void A_plan_that_was_written_into_a_document_is_read_back_as_it_was()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using var project = new TemporaryProject();
            var inspection = project.InspectTable(Table(new Random(seed)));
            var plan = DataPlan.Guess(inspection, "data");
            var isClass = plan.Target?.Type == Graph.Data.ColumnType.Category || Proposer.SeriesOf(inspection, plan) is not null;
            plan = plan with { Split = new SplitChoice(isClass && seed % 2 == 0 ? SplitWay.Random : SplitWay.Suitable, null, 0.1, 0.3) };
            var document = Graph.Documents.ProjectDocument.Create("Test");
            document = Graph.Edits.DocumentEditor.Apply(document, Proposer.UsePlan(inspection, plan)(document)).Document!;

            var read = DataPlan.Read(document.Data["data"], TargetBlock.Find(document, "data") is { } block ? TargetBlock.Column(block) : null, inspection);

            Assert.Equal(plan.Target?.Name, read.Target?.Name);
            Assert.Equal(plan.Split, read.Split);
            Assert.Equal(plan.Columns.Select(c => (c.Name, c.Type)), read.Columns.Select(c => (c.Name, c.Type)));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), property);
    }

    private static string Table(Random random)
    {
        var (columns, rows) = (random.Next(2, 9), random.Next(8, 260));
        var kinds = Enumerable.Range(0, columns).Select(_ => random.Next(9)).ToArray();
        var table = new StringBuilder(string.Join(',', kinds.Select((kind, i) => $"column {(char)('a' + i)} {kind}"))).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            table.AppendJoin(',', kinds.Select(kind => random.Next(12) == 0 && kind < 6 ? "" : Cell(kind, row, random))).Append('\n');
        }

        return table.ToString();
    }

    private static string Cell(int kind, int row, Random random) => kind switch
    {
        0 => random.NextDouble().ToString("F3", CultureInfo.InvariantCulture),
        1 => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        2 => ((char)('p' + random.Next(3))).ToString(),
        3 => $"name {random.Next(18)}",
        4 => string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"word{random.Next(60)}")),
        5 => random.Next(2).ToString(CultureInfo.InvariantCulture),
        6 => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        7 => string.Join(';', s_labels.Where(_ => random.Next(3) == 0).DefaultIfEmpty("[]")),
        _ => "same",
    };
}
