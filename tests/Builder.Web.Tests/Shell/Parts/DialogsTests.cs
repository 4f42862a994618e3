using Builder.Web.Shell.Parts;

namespace Builder.Web.Tests.Shell.Parts;

public sealed class DialogsTests
{
    private static readonly Confirmation Question = new(new("Delete?", "删除？"), new("It is gone then.", "之后就没有了。"), new("Delete", "删除"));

    [Fact]
    public async Task A_question_waits_for_its_answer()
    {
        var dialogs = new Dialogs();
        var answer = dialogs.ConfirmAsync(Question);
        Assert.False(answer.IsCompleted);
        dialogs.Answer(true);

        Assert.True(await answer);
        Assert.Null(dialogs.Question);
    }

    [Fact]
    public async Task A_second_question_answers_the_first_with_no()
    {
        var dialogs = new Dialogs();
        var first = dialogs.ConfirmAsync(Question);
        var second = dialogs.ConfirmAsync(Question);
        dialogs.Answer(true);

        Assert.False(await first);
        Assert.True(await second);
    }
}
