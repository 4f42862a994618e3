using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Inspector;

namespace Builder.Web.Tests.Canvas.Inspector;

public sealed class ParameterTextTests
{
    private static readonly Parameter s_size = BlockCatalog.Get("Linear").GetParameter("out_features");
    private static readonly Parameter s_rate = BlockCatalog.Get("Dropout").GetParameter("p");
    private static readonly Parameter s_kernel = BlockCatalog.Get("Conv2d").GetParameter("kernel_size");

    [Theory]
    [InlineData("128", 128L)]
    [InlineData(" 1,024 ", 1024L)]
    [InlineData("６４", 64L)]
    public void Whole_numbers_are_read_as_people_type_them(string typed, long expected) =>
        Assert.Equal((ParameterValue)expected, ParameterText.Parse(s_size, typed).Value);

    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData("2e-1", 0.2)]
    [InlineData("０。５", 0.5)]
    public void Real_numbers_are_read_as_people_type_them(string typed, double expected) =>
        Assert.Equal((ParameterValue)expected, ParameterText.Parse(s_rate, typed).Value);

    [Fact]
    public void One_number_stands_for_all_sizes_and_several_for_each()
    {
        Assert.Equal((ParameterValue)3L, ParameterText.Parse(s_kernel, "3").Value);
        foreach (var typed in new[] { "3, 5", "3×5", "(3, 5)", "3，5", "3 5" })
        {
            Assert.Equal(ParameterValue.Of(3L, 5L), ParameterText.Parse(s_kernel, typed).Value);
        }
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("2.5")]
    [InlineData("99999999999999999999")]
    public void What_does_not_fit_is_said_in_words_and_not_taken(string typed)
    {
        var (value, problem) = ParameterText.Parse(s_size, typed);
        Assert.Null(value);
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1.5")]
    [InlineData("∞")]
    public void A_share_is_a_number_from_nothing_to_all(string typed) => Assert.NotNull(ParameterText.Parse(s_rate, typed).Problem);

    [Fact]
    public void An_empty_field_stands_for_the_default() => Assert.Equal((null, null), ParameterText.Parse(s_size, "  "));

    [Fact]
    public void Every_default_of_the_catalog_is_read_back_as_it_is_shown()
    {
        foreach (var parameter in BlockCatalog.Kinds.SelectMany(k => k.Parameters).Where(p => p.Type is ParameterType.Integer or ParameterType.Number or ParameterType.IntegerOrList or ParameterType.IntegerList or ParameterType.NumberList))
        {
            var (value, problem) = ParameterText.Parse(parameter, ParameterText.Format(parameter.Default));
            Assert.Null(problem);
            Assert.Equal(ParameterText.Format(parameter.Default), ParameterText.Format(value));
        }
    }
}
