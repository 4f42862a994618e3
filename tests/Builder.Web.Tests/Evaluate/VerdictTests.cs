using Builder.Graph.Metrics;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Tests.Evaluate;

public sealed class VerdictTests
{
    [Fact]
    public void A_model_that_is_clearly_better_than_the_plain_answer_is_good()
    {
        var verdict = VerdictWriter.Of(Evaluations.Classes(right: 97, cases: 100));
        Assert.Equal(VerdictLevel.Good, verdict.Level);
        Assert.Contains("97 of 100 held-back cases", verdict.Headline.En, StringComparison.Ordinal);
        Assert.Contains("答对了 97 个", verdict.Headline.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_no_better_than_the_plain_answer_is_called_so()
    {
        var verdict = VerdictWriter.Of(Evaluations.Classes(right: 60, cases: 100, baseline: 0.6));
        Assert.Equal(VerdictLevel.Poor, verdict.Level);
        Assert.Contains(verdict.Sentences, s => s.En.Contains("no better than", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1.1, 30.0, true)]
    [InlineData(1.1, 1.0, false)]
    [InlineData(null, 30.0, false)]
    public void A_poor_model_that_knows_less_than_before_needs_a_smaller_rate_and_no_longer_training(double? start, double end, bool smaller)
    {
        foreach (var evaluation in new[] { Evaluations.Classes(right: 60, cases: 100, baseline: 0.6, train: 0.6), Evaluations.Values(error: 9, baseline: 3) })
        {
            var scores = evaluation.Train.Prepend(new("loss", end)).DistinctBy(s => s.Key).ToDictionary();
            var hint = VerdictWriter.Of(evaluation with { StartLoss = start, Train = scores }).Hints[0];
            Assert.Equal(smaller, hint.En.Contains("learning rate", StringComparison.Ordinal) && hint.Zh.Contains("学习率", StringComparison.Ordinal));
            Assert.Equal(!smaller, hint.En.Contains("training for longer", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(0.7, 0.4, 0.72, 0.8, VerdictLevel.Good)]
    [InlineData(0.7, 0.4, 0.6, 0.8, VerdictLevel.Fair)]
    [InlineData(0.7, 0.65, 0.6, 0.8, VerdictLevel.Open)]
    [InlineData(0.4, 0.4, 0.3, 0.5, VerdictLevel.Poor)]
    public void Labels_are_judged_by_their_f1_beside_always_giving_the_same(double score, double baseline, double low, double high, VerdictLevel level)
    {
        var verdict = VerdictWriter.Of(Evaluations.Labels(score, baseline, low, high));

        Assert.Equal(level, verdict.Level);
        Assert.Contains("On 100 held-back cases it finds 49 of 60 labels, and 9 of the 58 that it gives are wrong.", verdict.Headline.En, StringComparison.Ordinal);
        Assert.Contains("共有 60 个标签，它找出了 49 个", verdict.Headline.Zh, StringComparison.Ordinal);
        Assert.Equal(level == VerdictLevel.Poor, verdict.Sentences[0].En.Contains("no better than", StringComparison.Ordinal));
        Assert.Contains(verdict.Sentences, s => s.En.Contains("in 62% of 100 cases.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(14, 4, VerdictLevel.Good)]
    [InlineData(12, 8, VerdictLevel.Fair)]
    [InlineData(2, 60, VerdictLevel.Open)]
    [InlineData(0, 5, VerdictLevel.Poor)]
    public void A_rare_class_is_judged_by_what_is_found_and_not_by_the_share_of_right_answers(long right, long wrong, VerdictLevel level)
    {
        var usual = Evaluations.Classes(right: 940, cases: 1000, baseline: 0.985);
        var head = usual.Heads[0];
        var rare = usual with
        {
            Heads = [head with { Thresholds = [new("yes", 0.2)], Classes = head.Classes! with { Confusion = [[1000 - 15 - wrong, wrong], [15 - right, right]] } }],
        };
        var verdict = VerdictWriter.Of(rare);

        Assert.Equal(level, verdict.Level);
        Assert.Contains($"finds {right} of 15 that are “yes”, with {wrong} false alarms.", verdict.Headline.En, StringComparison.Ordinal);
        Assert.Contains(verdict.Sentences, s => s.En.Contains("would be right in 98.5%, but would find none", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40, 34, "it finds 14 of 20.", "20 个样本中只找出 14 个。")]
    [InlineData(400, 340, "it finds 70% of 200.", "200 个样本中只找出 70%。")]
    public void What_is_found_of_few_is_counted_and_of_many_told_in_percent(long cases, long right, string en, string zh)
    {
        var evaluation = Evaluations.Classes(right, cases);
        var head = evaluation.Heads[0];
        var verdict = VerdictWriter.Of(evaluation with { Heads = [head with { Classes = head.Classes! with { PerClass = [new("no", 0.8, 1, 0.9, cases / 2), new("yes", 1, 0.7, 0.8, cases / 2)] } }] });

        var weakest = Assert.Single(verdict.Sentences, s => s.En.StartsWith("Weakest", StringComparison.Ordinal));
        Assert.EndsWith(en, weakest.En, StringComparison.Ordinal);
        Assert.EndsWith(zh, weakest.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 40, 16, 8, 4, "finds 4 of 16, and is right for 4 of the 8 that it names.", "16 个样本中找出 4 个；它给出的 8 个中，说对 4 个。", "in 30 of 40 cases.", "40 个样本中，标签一个不多、一个不少的有 30 个。")]
    [InlineData(400, 400, 160, 80, 40, "finds 25% of 160, and is right for 50% of the 80 that it names.", "160 个样本中找出 25%；它给出的 80 个中，说对 50%。", "in 75% of 400 cases.", "400 个样本中，标签一个不多、一个不少的有 75%。")]
    [InlineData(400, 400, 16, 0, 0, "it finds none of 16.", "16 个样本中一个也没有找出。", "in 75% of 400 cases.", "400 个样本中，标签一个不多、一个不少的有 75%。")]
    public void Few_labels_are_counted_and_many_told_in_percent(long samples, long common, long cases, long given, long right, string en, string zh, string wholeEn, string wholeZh)
    {
        var usual = Evaluations.Labels();
        var head = usual.Heads[0];
        var (precision, recall) = (given == 0 ? 0 : right / (double)given, right / (double)cases);
        var verdict = VerdictWriter.Of(usual with
        {
            Samples = samples, Test = new Dictionary<string, double?> { ["macroF1"] = 0.7, ["subsetAccuracy"] = 0.75 },
            Heads = [head with { Labels = head.Labels! with { PerLabel = [new("comedy", 1, 1, 1, common, common, common, 0.95, 0.5), new("drama", precision, recall, 0.3, cases, given, right, 0.5, 0.5)] } }],
        });

        Assert.Contains(verdict.Sentences, s => s.En.EndsWith(en, StringComparison.Ordinal) && s.Zh.EndsWith(zh, StringComparison.Ordinal));
        Assert.Contains(verdict.Sentences, s => s.En.EndsWith(wholeEn, StringComparison.Ordinal) && s.Zh.EndsWith(wholeZh, StringComparison.Ordinal));
    }

    [Fact]
    public void Few_answers_beside_a_rare_class_are_counted()
    {
        var usual = Evaluations.Classes(right: 36, cases: 40, baseline: 0.875);
        var head = usual.Heads[0];
        var verdict = VerdictWriter.Of(usual with { Heads = [head with { Thresholds = [new("yes", 0.2)], Classes = head.Classes! with { Confusion = [[33, 2], [2, 3]] } }] });

        var told = Assert.Single(verdict.Sentences, s => s.En.StartsWith("36 of all 40 answers are right. Never saying “yes” would be right in 35,", StringComparison.Ordinal));
        Assert.Equal("全部 40 个回答中，答对 36 个。从不回答“yes”会答对 35 个，但一个也找不到。", told.Zh);
    }

    [Fact]
    public void Few_test_cases_leave_it_open_and_ask_for_more()
    {
        var verdict = VerdictWriter.Of(Evaluations.Classes(right: 7, cases: 10, baseline: 0.5));
        Assert.Equal(VerdictLevel.Open, verdict.Level);
        Assert.Contains(verdict.Hints, h => h.En.Contains("More test cases", StringComparison.Ordinal));
    }

    [Fact]
    public void With_many_test_cases_a_small_advantage_is_called_small_and_not_unknown()
    {
        var verdict = VerdictWriter.Of(Evaluations.Classes(right: 205, cases: 400, baseline: 0.5));
        Assert.Equal(VerdictLevel.Open, verdict.Level);
        Assert.StartsWith("Hardly better than the baseline.", verdict.Headline.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Learning_by_heart_is_told()
    {
        var verdict = VerdictWriter.Of(Evaluations.Classes(right: 80, cases: 100, baseline: 0.5, train: 1));
        Assert.Contains(verdict.Hints, h => h.En.Contains("by heart", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "or a smaller network usually help", "或缩小网络通常有帮助")]
    [InlineData(true, false, "The smaller network that was tried does better", "试过的较小网络表现更好")]
    [InlineData(false, true, "Even so the larger network that was tried does better", "试过的较大网络表现更好")]
    [InlineData(null, true, "Even so the larger network that was tried does better", "试过的较大网络表现更好")]
    [InlineData(false, false, "a smaller network was tried and is not clearly better", "较小的网络已经试过")]
    [InlineData(false, null, "a smaller network was tried and is not clearly better", "较小的网络已经试过")]
    [InlineData(null, false, "or a smaller network usually help", "或缩小网络通常有帮助")]
    public void Where_other_sizes_were_tried_the_advice_for_learning_by_heart_follows_them(bool? smaller, bool? larger, string en, string zh)
    {
        var sizes = new VerdictContext { Sizes = new(smaller, larger) };
        foreach (var evaluation in new[] { Evaluations.Classes(right: 80, cases: 100, baseline: 0.5, train: 1), Evaluations.Values(error: 9, baseline: 13) with { Train = new Dictionary<string, double?> { ["mae"] = 1 } } })
        {
            var hint = VerdictWriter.Of(evaluation, sizes).Hints[0];
            Assert.Contains("by heart", hint.En, StringComparison.Ordinal);
            Assert.Contains(en, hint.En, StringComparison.Ordinal);
            Assert.Contains(zh, hint.Zh, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, null, "longer, a larger network, or", "加大网络")]
    [InlineData(false, true, "The larger network that was tried does better", "试过的较大网络表现更好")]
    [InlineData(true, false, "The smaller network that was tried does better", "试过的较小网络表现更好")]
    [InlineData(false, false, "a larger network was tried and is not clearly better", "较大的网络已经试过")]
    [InlineData(false, null, "longer, a larger network, or", "加大网络")]
    public void Where_other_sizes_were_tried_the_advice_for_a_poor_model_follows_them(bool? smaller, bool? larger, string en, string zh)
    {
        var sizes = new VerdictContext { Sizes = new(smaller, larger) };
        var usual = Evaluations.Classes(right: 60, cases: 100, baseline: 0.6, train: 0.6);
        var rare = usual with { Heads = [usual.Heads[0] with { Thresholds = [new("yes", 0.2)], Classes = usual.Heads[0].Classes! with { Confusion = [[90, 5], [5, 0]] } }] };
        foreach (var evaluation in new[] { usual, rare, Evaluations.Values(error: 14, baseline: 13), Evaluations.Labels(0.4, 0.4, 0.3, 0.5) })
        {
            var hint = VerdictWriter.Of(evaluation, sizes).Hints[0];
            Assert.Contains("poorly even on its training cases", hint.En, StringComparison.Ordinal);
            Assert.Contains(en, hint.En, StringComparison.Ordinal);
            Assert.Contains(zh, hint.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_test_cases_a_model_is_never_called_good_and_the_reader_is_told()
    {
        var verdict = VerdictWriter.Of(Evaluations.Classes(right: 99, cases: 100, part: "validation"));
        Assert.NotEqual(VerdictLevel.Good, verdict.Level);
        Assert.Contains("No cases were held back", verdict.Sentences[0].En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_told_in_its_unit_and_next_to_the_plain_answer()
    {
        var verdict = VerdictWriter.Of(Evaluations.Values(error: 3, baseline: 13));
        Assert.Equal(VerdictLevel.Good, verdict.Level);
        Assert.Contains("3 MPa", verdict.Headline.En, StringComparison.Ordinal);
        Assert.Contains(verdict.Sentences, s => s.En.Contains("13 MPa", StringComparison.Ordinal) && s.En.Contains("76.9% smaller", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_larger_than_the_plain_answers_is_of_no_use() =>
        Assert.Equal(VerdictLevel.Poor, VerdictWriter.Of(Evaluations.Values(error: 14, baseline: 13)).Level);

    [Fact]
    public void A_language_model_is_left_to_the_reader()
    {
        var verdict = VerdictWriter.Of(Evaluations.Values(1, 2) with
        {
            Task = TaskKind.LanguageModel, Heads = [], Test = new Dictionary<string, double?> { ["perplexity"] = 6.5 },
        });
        Assert.Equal(VerdictLevel.Open, verdict.Level);
        Assert.Contains("6.5", verdict.Headline.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6.5, "would be undecided between 22.5", "犹豫程度相当于 22.5 个选项")]
    [InlineData(50.8, "no better than knowing only how common each piece is", "还需要训练更久")]
    public void A_language_model_stands_beside_what_the_counts_of_letters_tell(double perplexity, string en, string zh)
    {
        var verdict = VerdictWriter.Of(Evaluations.Values(1, 2) with
        {
            Task = TaskKind.LanguageModel, Heads = [], Test = new Dictionary<string, double?> { ["perplexity"] = perplexity },
            Baseline = new Dictionary<string, double?> { ["perplexity"] = 22.5 },
        });
        var told = Assert.Single(verdict.Sentences, s => s.En.Contains("22.5", StringComparison.Ordinal));
        Assert.Contains(en, told.En, StringComparison.Ordinal);
        Assert.Contains(zh, told.Zh, StringComparison.Ordinal);
    }
}
