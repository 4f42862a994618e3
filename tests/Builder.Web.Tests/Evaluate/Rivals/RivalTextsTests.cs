using Builder.Graph.Metrics;
using Builder.Protocol.Messages;
using Builder.Web.Evaluate.Rivals;

namespace Builder.Web.Tests.Evaluate.Rivals;

public sealed class RivalTextsTests
{
    [Fact]
    public void Where_both_say_the_same_there_is_no_difference_and_no_interval_of_nothing()
    {
        var same = Comparisons.Alike with { Rivals = [Comparisons.Alike.Rivals[0] with { Low = 0, High = 0 }] };
        Assert.EndsWith("(no difference, 114 cases).", RivalTexts.Sentence(same, null)!.En, StringComparison.Ordinal);
        Assert.EndsWith("（没有差别，114 个样本）。", RivalTexts.Sentence(same, null)!.Zh, StringComparison.Ordinal);
        Assert.Equal("没有差别", RivalTexts.Interval(same, same.Rivals[0], null).Zh);
    }

    [Fact]
    public void One_sentence_says_who_is_better_by_how_much_and_how_sure()
    {
        Assert.Equal(
            "Your network is better than the best simple method (random forest): right answers 96% against 91% (difference 2 to 8.1 percentage points, 114 cases).",
            RivalTexts.Sentence(Comparisons.Better, null)!.En);
        Assert.Equal("您的网络胜过最好的简单方法（随机森林）：准确率 96%，对方 91%（相差 2 到 8.1 个百分点，114 个样本）。", RivalTexts.Sentence(Comparisons.Better, null)!.Zh);
        Assert.Equal(
            "Your network and the best simple method (random forest) cannot be told apart: right answers 96% and 95% (difference −2 to 4 percentage points, 114 cases).",
            RivalTexts.Sentence(Comparisons.Alike, null)!.En);
        Assert.Equal("您的网络与最好的简单方法（随机森林）分不出高下：准确率 96% 和 95%（相差 −2 到 4 个百分点，114 个样本）。", RivalTexts.Sentence(Comparisons.Alike, null)!.Zh);
        Assert.Equal(
            "A simple method does better (random forest): right answers 99% against 96% of your network (difference 1.2 to 5 percentage points, 114 cases).",
            RivalTexts.Sentence(Comparisons.Worse, null)!.En);
        Assert.Equal("有一种简单方法更好（随机森林）：准确率 99%，您的网络为 96%（相差 1.2 到 5 个百分点，114 个样本）。", RivalTexts.Sentence(Comparisons.Worse, null)!.Zh);
        Assert.Null(RivalTexts.Sentence(Comparisons.Better with { Rivals = [] }, null));
    }

    [Fact]
    public void A_quantity_is_told_in_its_unit_and_a_rare_class_by_its_name()
    {
        var error = Comparisons.Better with { Metric = MetricCatalog.Mae.Id, Score = 3.2, Rivals = [Comparisons.Rival(RivalMessages.Boosted, 3.9, 0.3, 1.1)] };

        Assert.Equal(
            "Your network is better than the best simple method (boosted trees): average error 3.2 MPa against 3.9 MPa (difference 0.3 to 1.1 MPa, 114 cases).",
            RivalTexts.Sentence(error, "MPa")!.En);
        Assert.Contains("F1 of “alarm” 96%", RivalTexts.Sentence(Comparisons.Better with { Metric = MetricCatalog.F1.Id, Class = "alarm" }, null)!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_on_how_many_rows_the_methods_learned_and_were_asked()
    {
        var some = Comparisons.Better with { Training = 90_000, Available = 30_000 };

        Assert.Equal("Each method learned from the same 400 training rows as the network and was asked the same 114 held-back cases.", RivalTexts.Lead(Comparisons.Better).En);
        Assert.Equal("Each method learned from at least 400 of the same 90,000 training rows as the network and was asked the same 114 of 30,000 held-back cases.", RivalTexts.Lead(some).En);
        Assert.Equal("每种方法都用与网络相同的 90,000 行训练数据（至少其中 400 行）学习，并回答同样的 30,000 个从未见过的样本中的 114 个。", RivalTexts.Lead(some).Zh);
    }
}
