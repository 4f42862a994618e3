using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Web.Runs.Page;
using Builder.Web.Tests.Sessions;

namespace Builder.Web.Tests.Runs;

/// <summary>Whether what was trained is still what is drawn.</summary>
public sealed class ChangedSinceTests
{
    private static readonly ProjectDocument s_trained = ReadyProject.Read("iris");

    [Fact]
    public void Nothing_has_changed_right_after_a_run() => Assert.False(ChangedSince.IsOther(s_trained, s_trained));

    [Fact]
    public void What_does_not_change_what_is_learned_does_not_count()
    {
        var block = s_trained.Blocks.Values.First(b => b.Kind == "Linear");
        Assert.False(ChangedSince.IsOther(s_trained, Done(new SetLabel(block.Id, "First"))));
        Assert.False(ChangedSince.IsOther(s_trained, Done(new RenameProject("Flowers"))));
        Assert.False(ChangedSince.IsOther(s_trained, Done(new SetNote("n", new Note("n", "Because.", default)))));
        var plan = s_trained.Blocks.Values.First(b => b.Kind == "Trainer");
        Assert.False(ChangedSince.IsOther(s_trained, Done(new SetParameter(plan.Id, "seed", 77L))));
    }

    [Fact]
    public void A_setting_a_link_or_a_block_that_is_gone_counts()
    {
        var block = s_trained.Blocks.Values.First(b => b.Kind == "Linear");
        Assert.True(ChangedSince.IsOther(s_trained, Done(new SetParameter(block.Id, "out_features", 99L))));
        Assert.True(ChangedSince.IsOther(s_trained, Done(new Disconnect(s_trained.Links.Values.First().To, 0))));
        Assert.True(ChangedSince.IsOther(s_trained, Done(new SetMuted(block.Id, true))));
    }

    private static ProjectDocument Done(Edit edit) => DocumentEditor.Apply(s_trained, edit).Document!;
}
