using Builder.Graph;
using Builder.Graph.Documents;

namespace Builder.Proposals.Networks;

/// <summary>An LSTM that reads the last rows of a series.</summary>
internal static class SeriesNetwork
{
    private const long MostEpochs = 60;
    private const long RowsForTwoLayers = 1_000;

    /// <summary>Draws it.</summary>
    public static NetworkRationale Draw(NetworkDraft draft, ProposalContext site)
    {
        var memory = site.Size.Widen(site.Samples < 300 ? 16 : 32);
        var layers = site.Samples < RowsForTwoLayers ? 1L : 2;
        (string, ParameterValue)[] stacked = layers > 1 ? [("num_layers", layers), ("dropout", 0.1)] : [];
        var chain = Chain.Start(draft, "SeriesInput", "series", 0, [("columns", ParameterValue.Of([.. site.EncodedDataset.Numbers])), .. site.Data])
            .Then("LSTM", "lstm", [("hidden_size", memory), ("output", "last"), .. stacked])
            .Then("Dropout", "dropout", ("p", 0.1))
            .Then("Linear", "change", ("out_features", 1L));
        StartFromLastValue(draft, chain, site);
        var budget = TrainingBudget.For(site.Samples, site.Steps * 4.0 * memory * (memory + site.Features) * layers * 4, MostEpochs);
        OutputHead.Draw(draft, chain, site, site.LossSetup(0.003, clip: 1), budget);
        return new NetworkRationale(Why(site, memory, layers), budget);
    }

    /// <summary>
    /// The network learns only how the next value differs from the last one: so it is never worse than "as before" by much, and goes on
    /// beyond the range of values that it was trained on.
    /// </summary>
    private static void StartFromLastValue(NetworkDraft draft, Chain chain, ProposalContext site)
    {
        var past = Chain.Start(draft, "SeriesInput", "past", 1, [("columns", ParameterValue.Of(site.EncodedDataset.Past!)), .. site.Data])
            .Then("Select", "last", ("dim", 1L), ("index", -1L));
        chain.Then("Add", "prediction");
        draft.Link(past.Last, chain.Last, "other");
    }

    private static Localized Why(ProposalContext site, long memory, long layers) => new(
        $"An LSTM{(layers > 1 ? " of two layers" : "")} reads the last {site.Steps} rows one after the other and keeps what matters in a memory of {memory} numbers; a linear layer turns that into the expected change, which is added to the last value.",
        $"{(layers > 1 ? "两层 " : "")}LSTM 依次读取最近 {site.Steps} 行，用 {memory} 个数值记住要点，再由全连接层得出预计的变化，加到最近一个值上。");
}
