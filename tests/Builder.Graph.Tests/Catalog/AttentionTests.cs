using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Catalog;

public class AttentionTests
{
    [Fact]
    public void Attention_keeps_the_shape_of_what_asks()
    {
        Assert.Equal("[N, T, 8]", Probe.Of("MultiheadAttention", "[N, T, 8]").Output());
        Assert.Equal("[N, T, 8]", Probe.Of("MultiheadAttention", "[N, T, 8]", "[N, S, 8]").Output());
        Assert.Equal("[N, T, 8]", Probe.Of("MultiheadAttention", "[N, T, 8]", "[N, S, 6]", "[N, S, 5]", "[N, S]").Output());
    }

    [Fact]
    public void Weights_are_joint_where_all_sizes_agree_and_separate_where_not()
    {
        Assert.Equal(
            ["in_proj_weight [24, 8]", "in_proj_bias [24]", "out_proj.weight [8, 8]", "out_proj.bias [8]"],
            Probe.Of("MultiheadAttention", "[N, T, 8]").Weights());
        Assert.Equal(
            ["q_proj_weight [8, 8]", "k_proj_weight [8, 6]", "v_proj_weight [8, 5]", "out_proj.weight [8, 8]"],
            Probe.Of("MultiheadAttention", "[N, T, 8]", "[N, S, 6]", "[N, S, 5]").With("bias", false).Weights());
    }

    [Fact]
    public void Heads_that_do_not_divide_the_features_become_fewer() =>
        Assert.Equal(5L, Probe.Of("MultiheadAttention", "[N, T, 10]").With("num_heads", 8).Mended("HeadsMismatch").Instance().Int("num_heads"));

    [Fact]
    public void Sequences_that_do_not_go_together_are_told_so()
    {
        Probe.Of("MultiheadAttention", "[N, 8]").Fails("WrongRank");
        Probe.Of("MultiheadAttention", "#9[N, T]").Fails("WrongElement");
        Probe.Of("MultiheadAttention", "[N, T, 8]", "#9[N, T]").Fails("WrongElement");
        Probe.Of("MultiheadAttention", "[N, T, 8]", "[N, 4, 8]", "[N, 5, 8]").Fails("StepsMismatch");
        Probe.Of("MultiheadAttention", "[N, 4, 8]", "[N, 5, 8]").With("causal", true).Mended("CausalNeedsSameSteps");
    }

    [Fact]
    public void Tokens_as_a_mask_are_turned_into_one()
    {
        var edit = Assert.IsType<InsertBefore>(Probe.Of("MultiheadAttention", "[N, T, 8]", null, null, "#9[N, T]").FixElsewhere("WrongMask"));
        Assert.Equal("PaddingMask", edit.Kind);
        Assert.Equal("[N, T]", Probe.Of("PaddingMask", "#9[N, T]").Output());
        Probe.Of("MultiheadAttention", "[N, T, 8]", null, null, "[N, S]").Fails("WrongMask");
    }

    [Fact]
    public void Positions_are_added_to_every_step()
    {
        Assert.Equal("[N, T, 8]", Probe.Of("SinusoidalEncoding", "[N, T, 8]").Output());
        Assert.Equal("[N, T, 8]", Probe.Of("PositionalEmbedding", "[N, T, 8]").Output());
        Assert.Equal(["weight [512, 8]"], Probe.Of("PositionalEmbedding", "[N, T, 8]").Weights());
        Assert.Equal(["weight [600, 8]"], Probe.Of("PositionalEmbedding", "[N, 600, 8]").Mended("SequenceTooLong").Weights());
        Probe.Of("PositionalEmbedding", "#5[N, T]").Fails("WrongElement");
        Probe.Of("SinusoidalEncoding", "[N, 8]").Fails("WrongRank");
    }

    [Fact]
    public void A_mask_is_made_of_tokens_only()
    {
        Probe.Of("PaddingMask", "[N, T]").Fails("WrongElement");
        Probe.Of("PaddingMask", "#5[N]").Fails("WrongRank");
    }

    [Fact]
    public void PyTorch_lines_name_sizes_that_differ()
    {
        Assert.Equal("nn.MultiheadAttention(8, 4, batch_first=True)", Probe.Of("MultiheadAttention", "[N, T, 8]").PyTorch());
        Assert.Equal("nn.MultiheadAttention(8, 4, kdim=6, vdim=6, batch_first=True)",
            Probe.Of("MultiheadAttention", "[N, T, 8]", "[N, S, 6]").PyTorch());
    }
}
