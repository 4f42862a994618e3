using System.Globalization;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Proposals;
using Builder.Web.Data;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Evaluate;

public sealed class DataCautionsTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly DataInspections _inspections = new();

    [Theory]
    [InlineData(SplitWay.Even, "Take this score with care: rows with the same “customer_id” were both learned from and tested with.")]
    [InlineData(SplitWay.Suitable, null)]
    public async Task A_score_that_looks_better_than_it_is_says_so(SplitWay way, string? line)
    {
        var random = new Random(1);
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "t.csv"), "customer_id,height,score,relapse\n" + string.Concat(Enumerable.Range(0, 240)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"C{i / 6:000},{150 + (i / 6)},{random.NextDouble()},{i / 6 % 2}\n"))), TestContext.Current.CancellationToken);
        var run = await RunAsync(way);

        var caution = await new DataCautions(_inspections).OfAsync(run, TestContext.Current.CancellationToken);

        Assert.Equal(line, caution?.En);
        File.Delete(Path.Combine(_project.Folder, "t.csv"));
        Assert.Null(await new DataCautions(_inspections).OfAsync(run, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _project.Dispose();

    private async Task<FinishedRun> RunAsync(SplitWay way)
    {
        var inspection = await _inspections.OfAsync(_project.Folder, new Builder.Graph.Data.TableSource { Path = "t.csv" }, null, TestContext.Current.CancellationToken);
        var plan = DataPlan.Guess(inspection, "data").WithTarget("relapse");
        var proposal = Proposer.Propose(
            inspection, plan with { Split = new SplitChoice(way) }, _project.Folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);
        var folder = _project.AddRun("a", Evaluations.Classes(9, 10));
        await File.WriteAllBytesAsync(Path.Combine(folder, "project.json"), ProjectJson.Write(proposal.Document), TestContext.Current.CancellationToken);
        return new FinishedRunCache().Find(_project.Folder, "a")!;
    }
}
