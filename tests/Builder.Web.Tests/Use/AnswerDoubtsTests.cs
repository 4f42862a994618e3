using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Answers;

namespace Builder.Web.Tests.Use;

/// <summary>Beside an answer stands why it deserves less trust.</summary>
public sealed class AnswerDoubtsTests
{
    private static readonly InputDescription s_age = new("age", "number", null, null, 1, 60, null, true, null) { Least = 0.17, Most = 80 };
    private static readonly InputDescription s_deck = new("deck", "category", null, ["A", "B"], null, null, null, true, null);

    [Fact]
    public void What_the_model_has_learned_from_raises_no_doubt() => Assert.Empty(Doubts("29", "A"));

    [Fact]
    public void A_number_below_all_training_rows_is_named_with_the_range() =>
        Assert.Equal(["“age”: -5 lies outside what the model has learned from (0.17 to 80). Do not trust this answer too much."], Doubts("-5", "B").Select(d => d.En));

    [Fact]
    public void A_category_that_the_model_does_not_know_is_named() => Assert.Equal(["“deck”：模型没有学过“Z”，这个回答不宜全信。"], Doubts("29", "Z").Select(d => d.Zh));

    [Fact]
    public void Empty_values_are_told_to_be_filled_in_one_sentence()
    {
        Assert.Equal(["“age”, “deck” are empty and were filled in as in training."], Doubts(null, "").Select(d => d.En));
        Assert.Equal(["“deck” is empty and was filled in as in training."], Doubts("3", null).Select(d => d.En));
    }

    [Fact]
    public void Of_many_the_first_are_told_and_the_others_counted()
    {
        var inputs = Enumerable.Range(0, 9).Select(i => s_age with { Name = $"n{i}" }).ToArray();
        var doubts = AnswerDoubts.Of(inputs, [inputs.ToDictionary(i => i.Name, _ => (string?)"900")]);

        Assert.Equal(4, doubts.Count);
        Assert.Equal("and 6 more such values", doubts[3].En);
    }

    [Fact]
    public void A_column_of_a_series_is_named_once_however_many_rows_are_outside() =>
        Assert.Single(AnswerDoubts.Of([s_age], [new Dictionary<string, string?> { ["age"] = "99" }, new Dictionary<string, string?> { ["age"] = "100" }]));

    [Fact]
    public void A_picture_that_is_unlike_all_others_as_a_whole_is_told_with_what_is_different()
    {
        var known = new PictureRange(12, new(0.7, 0.2, 0.02, 0), new(0.9, 0.4, 0.06, 0.1));
        PictureRange Given(double brightness, double contrast, double roughness, double colour) =>
            new(1, new(brightness, contrast, roughness, colour), new(brightness, contrast, roughness, colour));

        Assert.Null(AnswerDoubts.OfPicture(known, Given(0.8, 0.3, 0.04, 0.05)));
        Assert.Null(AnswerDoubts.OfPicture(known, Given(0.95, 0.15, 0.1, 0.14)));
        Assert.Equal("The picture is unlike those that the model was tested with: rougher, more colourful. Do not trust this answer too much.", AnswerDoubts.OfPicture(known, Given(0.8, 0.3, 0.4, 0.5))!.En);
        Assert.Contains("更暗", AnswerDoubts.OfPicture(known, Given(0.2, 0.3, 0.04, 0.05))!.Zh, StringComparison.Ordinal);
        Assert.Null(AnswerDoubts.OfPicture(known with { Count = 3 }, Given(0, 1, 1, 1)));
    }

    private static IReadOnlyList<Localized> Doubts(string? age, string? deck) =>
        AnswerDoubts.Of([s_age, s_deck], [new Dictionary<string, string?> { ["age"] = age, ["deck"] = deck }]);
}
