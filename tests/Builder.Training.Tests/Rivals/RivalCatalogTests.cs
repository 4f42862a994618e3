using Builder.Graph.Metrics;
using Builder.Training.Rivals;
using Builder.Training.Rivals.Methods;

namespace Builder.Training.Tests.Rivals;

/// <summary>What every simple method must bring, the next one too.</summary>
public sealed class RivalCatalogTests
{
    private const int Rows = 60;

    public static TheoryData<string> Codes => [.. RivalCatalog.All.Select(kind => kind.Name.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_kind_has_words_in_both_languages_a_code_of_its_own_and_a_task(string code)
    {
        var kind = RivalCatalog.All.Single(k => k.Name.Code == code);

        Assert.StartsWith("rival.", code, StringComparison.Ordinal);
        Assert.NotEmpty(kind.Name.Words.En);
        Assert.Contains(kind.Name.Words.Zh, letter => letter > 0x4e00);
        Assert.NotEmpty(kind.Tasks);
        Assert.All(kind.Tasks, task => Assert.NotNull(MetricCatalog.Leading(task)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_kind_learns_every_task_that_it_names_says_a_number_of_each_output_and_the_same_each_time(string code)
    {
        var kind = RivalCatalog.All.Single(k => k.Name.Code == code);
        foreach (var task in kind.Tasks)
        {
            var problem = new RivalProblem(task, task switch { TaskKind.Regression => 1, TaskKind.BinaryClassification => 2, _ => 3 }, (RivalInputs)15, 1);
            var (training, asked) = (Sample(problem, 0), Sample(problem, 1));
            Assert.True(kind.Suits(problem));

            var rival = kind.Fit(problem, training, default)!;
            var said = rival.Predict(asked, default);

            Assert.Equal(Rows, rival.Learned);
            Assert.Equal(Rows * problem.Outputs, said.Length);
            Assert.All(said, value => Assert.True(task == TaskKind.Regression ? double.IsFinite(value) : value is >= -1e-6 and <= 1 + 1e-6, $"{task}: {value}"));
            Assert.True(!problem.IsOneOfSeveral || Enumerable.Range(0, Rows).All(row => Math.Abs(said[(row * problem.Outputs)..((row + 1) * problem.Outputs)].Sum() - 1) < 1e-5));
            // A product of matrices may round its last digit otherwise where its numbers lie elsewhere in memory.
            Assert.All(said.Zip(kind.Fit(problem, training, default)!.Predict(asked, default)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void A_kind_suits_no_model_that_reads_nothing_of_what_it_reads()
    {
        var pictures = new RivalProblem(TaskKind.Classification, 3, RivalInputs.Pictures, 1);
        var both = new RivalProblem(TaskKind.Classification, 3, RivalInputs.Pictures | RivalInputs.Numbers, 1);

        Assert.Equal(["rival.commonest", "rival.nearest", "rival.pixel-logistic"], RivalCatalog.All.Where(k => k.Suits(pictures)).Select(k => k.Name.Code));
        Assert.All(RivalCatalog.All.Where(k => k.Suits(both)), k => Assert.Equal(k.Reads != RivalInputs.None, k.ReadsPartOf(both)));
        Assert.DoesNotContain(RivalCatalog.All, k => k.Suits(new(TaskKind.LanguageModel, 3, (RivalInputs)15, 1)));
    }

    // Three numbers, four words, two pixels and a past of fourteen values, with a season of seven.
    private static RivalRows Sample(RivalProblem problem, int shift)
    {
        var rows = Enumerable.Range(shift, Rows).ToArray();
        return new(Rows, [.. rows.SelectMany(i => problem.IsOneOfSeveral
            ? Enumerable.Range(0, problem.Outputs).Select(own => own == i % problem.Outputs ? 1.0 : 0)
            : Enumerable.Range(0, problem.Outputs).Select(output => problem.Task == TaskKind.Regression ? i % 7 * 10.0 : (i / (output + 1)) % 2))])
        {
            Numbers = new([.. rows.SelectMany(i => new float[] { i % 3, i % 7, i })], 3),
            Pixels = new([.. rows.SelectMany(i => new float[] { i % 3, i % 2 })], 2),
            Tokens = new([.. rows.SelectMany(i => new[] { i % 3, 3 + (i % 7), i % 5 == 0 ? -1 : 10, 11 })], 4, 12),
            Past = new([.. rows.SelectMany(i => Enumerable.Range(i, 14).Select(k => k % 7 * 10f))], 14),
        };
    }
}
