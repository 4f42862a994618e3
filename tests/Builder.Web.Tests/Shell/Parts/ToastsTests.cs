using Builder.Graph;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Tests.Shell.Parts;

public sealed class ToastsTests
{
    private static readonly Localized Text = new("Done", "已完成");

    [Fact]
    public void A_message_comes_and_goes()
    {
        var toasts = new Toasts();
        var changes = 0;
        toasts.Changed += () => changes++;
        toasts.Say(Text);
        toasts.Close(toasts.Shown[0]);

        Assert.Empty(toasts.Shown);
        Assert.Equal(2, changes);
    }

    [Fact]
    public void No_more_than_four_stand_there_and_the_oldest_goes_first()
    {
        var toasts = new Toasts();
        for (var i = 0; i < 6; i++)
        {
            toasts.Warn(Localized.Same($"{i}"));
        }

        Assert.Equal(["2", "3", "4", "5"], toasts.Shown.Select(t => t.Text.En));
    }

    [Fact]
    public void What_can_be_taken_back_stays_longer()
    {
        var toasts = new Toasts();
        toasts.Say(Text);
        toasts.Say(Text, new ToastAction(Text, () => Task.CompletedTask));

        Assert.True(toasts.Shown[1].Stays > toasts.Shown[0].Stays);
    }
}
