using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Answers;

namespace Builder.Web.Tests.Use;

public sealed class WhyTextsTests
{
    [Theory]
    [InlineData(0.124, "+12 points", "+12 个百分点")]
    [InlineData(-0.0332, "−3.3 points", "−3.3 个百分点")]
    [InlineData(0.01, "+1 point", "+1 个百分点")]
    [InlineData(-0.004, "−0.4 points", "−0.4 个百分点")]
    [InlineData(-0.0001, "0 points", "0 个百分点")]
    [InlineData(0, "0 points", "0 个百分点")]
    public void A_push_of_a_probability_is_told_in_points(double value, string en, string zh) => Assert.Equal(new Localized(en, zh), WhyTexts.Push(Class(0.2, 0.9), value));

    [Theory]
    [InlineData(12.34, "+12.34 MPa")]
    [InlineData(-3.2, "−3.2 MPa")]
    [InlineData(0, "0 MPa")]
    [InlineData(-0.5, "−0.5 MPa")]
    public void A_push_of_a_quantity_is_told_in_its_unit(double value, string told) => Assert.Equal(Localized.Same(told), WhyTexts.Push(Number(20, 30), value));

    [Fact]
    public void The_sentence_names_what_pushed_the_answer_where_it_went()
    {
        Assert.Equal(new("“yes” is likelier than usual, mostly because “a” is 1.", "“yes”的概率高于通常，主要因为“a”是1。"), Said(Class(0.2, 0.9, ("a", 0.5), ("b", 0.2))));
        Assert.Equal("“yes” is less likely than usual, mostly because “b” is 1.", Said(Class(0.9, 0.6, ("a", 0.1), ("b", -0.4))).En);
        Assert.Equal(new("Higher than usual, above all because “b” is 1 and “a” is 1.", "高于通常，首先因为“b”是1，“a”是1。"), Said(Number(20, 30, ("a", 4), ("b", 4.5), ("c", 3.5), ("d", -2))));
        Assert.Equal("Lower than usual, mostly because “c” is 1.", Said(Number(30, 20, ("a", 12), ("c", -22))).En);
    }

    [Fact]
    public void Where_nothing_pushed_or_all_cancels_out_no_column_is_named()
    {
        Assert.Equal("Close to the usual answer: what pushed it up and what pushed it down nearly cancel out.", Said(Number(20, 20.5, ("a", 10.25), ("b", -9.75))).En);
        Assert.Equal("These values hardly pushed the answer: it is the usual one.", Said(Class(0.5, 0.501, ("a", 0.001), ("b", 0))).En);
        Assert.Equal("These values hardly pushed the answer: it is the usual one.", Said(Number(5, 5, ("a", 0))).En);
    }

    [Fact]
    public void The_sum_leads_from_the_usual_answer_to_this_one()
    {
        Assert.Equal("All pushes add up to +70 points: from 20% to 90%.", WhyTexts.Sum(Class(0.2, 0.9)).En);
        Assert.Equal("所有影响合计 −10 MPa：从 30 MPa 变为 20 MPa。", WhyTexts.Sum(Number(30, 20)).Zh);
        Assert.Equal("± 0.42", WhyTexts.Error(Class(0, 1), 0.00423).En);
        Assert.Equal("± 1.5", WhyTexts.Error(Number(0, 1), 1.5).En);
    }

    private static Localized Said(PredictionExplanation why) => WhyTexts.Sentence(why, _ => Localized.Same("1"));

    private static PredictionExplanation Class(double from, double to, params (string Column, double Value)[] pushes) => Of("yes", null, from, to, pushes);

    private static PredictionExplanation Number(double from, double to, params (string Column, double Value)[] pushes) => Of(null, "MPa", from, to, pushes);

    private static PredictionExplanation Of(string? name, string? unit, double from, double to, (string Column, double Value)[] pushes) =>
        new("y", name, unit, from, to, [.. pushes.Select(p => new ColumnContribution(p.Column, p.Value, null))], 100, null);
}
