using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Importances;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Tests.Evaluate.Importances;

public sealed class ImportanceTextsTests
{
    [Fact]
    public void A_score_falls_from_here_to_there_and_an_error_grows_in_its_unit()
    {
        var error = Passengers.Importance with { Metric = MetricCatalog.Mae.Id, Score = 2.1, Groups = [], Columns = [new(["cement"], 1.3, 0.1)] };

        Assert.Equal("Without “sex” the share of right answers falls from 81% to 69%.", Sentence(Passengers.Importance).En);
        Assert.Equal("不看“sex”，准确率从 81% 降到 69%。", Sentence(Passengers.Importance).Zh);
        Assert.Equal("Without “cement” the average error grows from 2.1 MPa to 3.4 MPa.", Sentence(error).En);
        Assert.Equal("不看“cement”，平均误差从 2.1 MPa 增大到 3.4 MPa。", Sentence(error).Zh);
        Assert.Equal("Without “sex” the F1 of “yes” falls from 81% to 69%.", Sentence(Passengers.Importance with { Metric = MetricCatalog.F1.Id, Class = "yes" }).En);

        static Graph.Localized Sentence(PermutationImportance importance) => ImportanceTexts.Sentence(importance, importance.Columns[0], "MPa");
    }

    [Fact]
    public void Columns_that_tell_the_same_are_named_together()
    {
        var (two, three) = (Passengers.Importance.Groups[0], new FeatureImportance(["a", "b", "c"], 0.2, 0));

        Assert.Equal("“fare” and “class” tell nearly the same. Without both the share of right answers falls from 81% to 61%.", ImportanceTexts.Sentence(Passengers.Importance, two, null).En);
        Assert.Equal("“a”、“b”、“c”含义几乎相同。全都不看，准确率从 81% 降到 61%。", ImportanceTexts.Sentence(Passengers.Importance, three, null).Zh);
    }

    [Fact]
    public void It_is_said_how_it_was_measured_and_on_how_many()
    {
        Assert.Contains("among 100 of 400 held-back cases, 10 times", ImportanceTexts.Lead(Passengers.Importance).En, StringComparison.Ordinal);
        Assert.Contains("400 个从未见过的样本中的 100 个", ImportanceTexts.Lead(Passengers.Importance).Zh, StringComparison.Ordinal);
        Assert.Contains("among 400 validation cases", ImportanceTexts.Lead(Passengers.Importance with { Samples = 400, Part = "validation" }).En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_score_is_the_one_that_the_verdict_leads_with()
    {
        Evaluation[] judged = [Evaluations.Classes(97, 100), Evaluations.Labels(), Evaluations.Values(3.4, 10)];
        foreach (var evaluation in judged)
        {
            var leading = MetricCatalog.Leading(evaluation.Task)!;
            var changed = leading.Direction == MetricDirection.Smaller ? 9.0 : 0.2;
            var worse = evaluation with { Test = evaluation.Test.ToDictionary(s => s.Key, s => s.Key == leading.Id ? changed : s.Value) };
            var other = evaluation with { Test = evaluation.Test.ToDictionary(s => s.Key, s => s.Key == leading.Id ? s.Value : 0.001) };

            Assert.NotEqual(VerdictWriter.Of(evaluation).Level, VerdictWriter.Of(worse).Level);
            Assert.Equal(VerdictWriter.Of(evaluation).Level, VerdictWriter.Of(other).Level);
        }
    }
}
