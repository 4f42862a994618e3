using System.Text.RegularExpressions;
using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Evaluate.Verdicts;
using Builder.Web.Reports;
using Builder.Web.Shell;
using Builder.Web.Tests.Evaluate;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Reports;

public sealed class ReportRendererTests
{
    private static readonly Dictionary<string, double?> None = [];

    public static TheoryData<string, string> Kinds => new(
        from kind in new[] { "classes", "values", "labels", "language", "anomaly", "pictures" } from language in new[] { "en", "zh" } select (kind, language));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_run_even_without_any_other_file_gives_a_whole_page_that_loads_nothing(string kind, string language)
    {
        var evaluation = Of(kind);
        var page = await RenderAsync(evaluation, language);

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(language == "zh" ? "<html lang=\"zh-Hans\"" : "<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<button", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(?!data:)|url\\(|@import", page);
        Assert.DoesNotContain("data-section=\"data\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-section=\"model\"", page, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(Regex.Matches(page, "<h(1)")).Groups[1].Value);
        Assert.Contains(VerdictWriter.Of(evaluation).Headline.In(language), System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_numbers_are_those_of_the_Evaluate_page_and_the_worst_case_is_told()
    {
        var page = await RenderAsync(Of("classes"), "en");

        Assert.Contains("<b>80%</b>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"cell wrong heat-", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number faint\">8</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_that_are_right_are_not_among_the_mistakes_and_the_threshold_that_decides_is_told()
    {
        var labels = Of("labels");
        var page = System.Net.WebUtility.HtmlDecode(await RenderAsync(labels, "en"));
        Assert.Contains(">90<", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">70<", page, StringComparison.Ordinal);
        Assert.Contains(LabelTexts.EachFromItsOwn.En, page, StringComparison.Ordinal);

        var right = labels with { Heads = [labels.Heads[0] with { Examples = [labels.Heads[0].Examples[1]] }] };
        Assert.DoesNotContain(ExampleTexts.Title.En, System.Net.WebUtility.HtmlDecode(await RenderAsync(right, "en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_for_which_the_model_is_surely_worse_stand_among_what_to_be_careful_with()
    {
        var classes = Of("classes");
        GroupScore[] groups = [new(GroupKind.Value, "male", null, null, 100, 0.6, 0.49), new(GroupKind.Value, "female", null, null, 100, 0.96, 0.2)];
        var page = await RenderAsync(classes with { Heads = [classes.Heads[0] with { Groups = [new("sex", null, groups)] }] }, "en");

        Assert.Contains("Clearly worse where “sex” is male: right in 60% of 100 cases.", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_writes_has_no_table_of_mistakes()
    {
        var page = await RenderAsync(Of("language"), "en");

        Assert.Contains("<mark>Once</mark> upon a time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"confusion\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_have_written_is_text_and_never_markup()
    {
        const string Bad = "<script>alert(1)</script>";
        var classes = Of("classes");
        var head = classes.Heads[0];
        var hostile = classes with
        {
            Heads = [head with { Targets = [Bad], Classes = head.Classes! with { Names = [Bad, "yes"] }, Examples = [head.Examples[0] with { True = Bad, Inputs = new Dictionary<string, string?> { [Bad] = Bad } }] }],
        };
        var page = await RenderAsync(hostile, "zh", Bad);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    private static Evaluation Of(string kind) => kind switch
    {
        "classes" => Evaluations.Classes(80, 100),
        "values" => Evaluations.Values(3, 6),
        "labels" => Evaluations.Labels(),
        "anomaly" => Plain(TaskKind.Anomaly) with
        {
            Heads =
            [
                new()
                {
                    Name = "anomaly", Task = TaskKind.Anomaly, Targets = ["label"], Anomaly = new(null, new(0, 1, [3, 1]), new(0, 1, [0, 2]), 0.1),
                    Examples = [new() { Row = 1, True = "1", Predicted = "0.05", Loss = 0.4 }],
                },
            ],
        },
        "pictures" => Plain(TaskKind.Generation) with { Pictures = "drawn.png" },
        _ => Plain(TaskKind.LanguageModel) with { Texts = [new("Once", 0.8, "Once upon a time")] },
    };

    private static Evaluation Plain(TaskKind task) =>
        new() { Task = task, Part = "test", Samples = 10, Train = None, Validation = None, Test = None, Baseline = None, Units = new Dictionary<string, string>() };

    private static async Task<string> RenderAsync(Evaluation evaluation, string language, string project = "Flowers")
    {
        using var markup = new StaticMarkup(NullLoggerFactory.Instance);
        var run = new FinishedRun("r1", Localized.Same("Run 1"), "/nowhere", new DateTime(2026, 1, 2, 3, 4, 0), evaluation);
        var page = await new ReportRenderer(markup).RenderAsync(new() { Run = run, Project = project, Made = new DateTime(2026, 1, 3, 3, 4, 0) }, language);

        // Without the marks of components' own styles.
        return Regex.Replace(page, " b-[a-z0-9]{10}(?=[ >])", "");
    }
}
