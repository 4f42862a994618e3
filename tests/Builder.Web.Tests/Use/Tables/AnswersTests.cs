using Builder.Protocol;
using Builder.Web.Use.Tables;

namespace Builder.Web.Tests.Use.Tables;

public sealed class AnswersTests
{
    [Fact]
    public void What_the_model_has_never_seen_is_counted_over_all_parts_and_named_by_the_row_of_the_file()
    {
        var answers = new Answers(10);
        answers.Add(Part(4), 0);
        answers.Add(Part(3, new UnseenValue("colour", "blue", 2, 1)), 4);
        answers.Add(Part(2, new UnseenValue("colour", "purple", 1, 2), new UnseenValue("size", "XXL", 2, 1)), 7);
        answers.Refuse(9, new("Words.", "话。"));

        Assert.Equal([new UnseenValue("colour", "blue", 6, 3), new UnseenValue("size", "XXL", 9, 1)], answers.Unseen);
        Assert.Equal(9, answers.Predicted);
        Assert.Equal(10, Assert.Single(answers.Remarks).Row);
    }

    [Fact]
    public void In_a_series_each_prediction_stands_beside_the_row_that_it_names()
    {
        var answers = new Answers(6);
        answers.Add(new("", [new PredictedRow([]) { Row = 5 }, new PredictedRow([]) { Row = 2 }], null, null, 0, [new UnseenValue("sign", "?", 3, 1)]), 0);

        Assert.Equal([new UnseenValue("sign", "?", 3, 1)], answers.Unseen);
        Assert.Equal([2, 5], Enumerable.Range(0, 6).Where(row => answers[row] is not null));
    }

    private static RunEvent.Prediction Part(int rows, params UnseenValue[] unseen) =>
        new("", [.. Enumerable.Repeat(new PredictedRow([]), rows)], null, null, 0, unseen.Length == 0 ? null : unseen);
}
