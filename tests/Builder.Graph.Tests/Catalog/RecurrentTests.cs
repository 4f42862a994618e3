using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Catalog;

public class RecurrentTests
{
    [Theory]
    [InlineData("RNN", 1)]
    [InlineData("GRU", 3)]
    [InlineData("LSTM", 4)]
    public void Weights_have_the_names_and_sizes_of_PyTorch(string kind, int gates)
    {
        var probe = Probe.Of(kind, "[N, T, 5]").With("hidden_size", 7).With("num_layers", 2).With("bidirectional", true);
        Assert.Equal(
            [
                $"weight_ih_l0 [{7 * gates}, 5]", $"weight_hh_l0 [{7 * gates}, 7]", $"bias_ih_l0 [{7 * gates}]", $"bias_hh_l0 [{7 * gates}]",
                $"weight_ih_l0_reverse [{7 * gates}, 5]", $"weight_hh_l0_reverse [{7 * gates}, 7]",
                $"bias_ih_l0_reverse [{7 * gates}]", $"bias_hh_l0_reverse [{7 * gates}]",
                $"weight_ih_l1 [{7 * gates}, 14]", $"weight_hh_l1 [{7 * gates}, 7]", $"bias_ih_l1 [{7 * gates}]", $"bias_hh_l1 [{7 * gates}]",
                $"weight_ih_l1_reverse [{7 * gates}, 14]", $"weight_hh_l1_reverse [{7 * gates}, 7]",
                $"bias_ih_l1_reverse [{7 * gates}]", $"bias_hh_l1_reverse [{7 * gates}]",
            ],
            probe.Weights());
        Assert.Equal(2, Probe.Of(kind, "[N, T, 5]").With("bias", false).Weights().Length);
    }

    [Fact]
    public void The_last_step_or_every_step_comes_out()
    {
        Assert.Equal("[N, 64]", Probe.Of("LSTM", "[N, T, 5]").Output());
        Assert.Equal("[N, T, 64]", Probe.Of("LSTM", "[N, T, 5]").With("output", "all").Output());
        Assert.Equal("[N, 30, 128]", Probe.Of("GRU", "[N, 30, 5]").With("output", "all").With("bidirectional", true).Output());
    }

    [Fact]
    public void What_is_no_sequence_is_told_so()
    {
        Assert.Contains("list of 64 numbers", Probe.Of("LSTM", "[N, 64]").Fails("WrongRank").Message.Words.En, StringComparison.Ordinal);
        Probe.Of("LSTM", "#9[N, T]").Fails("WrongElement");
        Probe.Of("LSTM", "[N, T, F]").Fails("UnknownSize");
        Assert.Equal(
            new SetParameter("source", "output", "all"),
            Probe.Of("LSTM", "[N, 64]").From("input", "GRU").FixElsewhere("WrongRank"));
    }

    [Fact]
    public void Dropout_in_a_single_layer_only_warns()
    {
        var single = Probe.Of("GRU", "[N, T, 5]").With("dropout", 0.2);
        Assert.Equal(Severity.Warning, single.Fails("UselessDropout").Severity);
        Assert.Single(single.Infer().Outputs);
        Assert.Equal(2L, single.Mended("UselessDropout").Instance().Int("num_layers"));
    }

    [Fact]
    public void The_PyTorch_line_takes_batches_first() => Assert.Equal(
        "nn.LSTM(5, 64, num_layers=2, batch_first=True, dropout=0.1)",
        Probe.Of("LSTM", "[N, T, 5]").With("num_layers", 2).With("dropout", 0.1).PyTorch());
}
