using Builder.Graph.Documents;

namespace Builder.Graph.Presets.Drawing;

/// <summary>
/// Draws the sublayers of a Transformer layer one after the other. Each has a shortcut around it, and is normalised before (norm_first) or
/// after the shortcut joins.
/// </summary>
/// <param name="draft">The group.</param>
/// <param name="values">The values of the preset's parameters.</param>
/// <param name="input">Where the sequence enters.</param>
internal sealed class TransformerDraft(GroupDraft draft, PresetValues values, PortRef input)
{
    private int _sublayers;

    /// <summary>What the last sublayer gives.</summary>
    public PortRef Result { get; private set; } = input;

    /// <summary>Attention of the sequence to itself.</summary>
    public void AttendToItself(string id, bool causal, PortRef? padding) => AddSublayer(query => draft.Add(
        id, "MultiheadAttention", [("query", query), .. Mask(padding)], [.. Attention, .. causal ? [("causal", true)] : NoParameters]));

    /// <summary>Attention of the sequence to another one.</summary>
    public void AttendTo(string id, PortRef memory, PortRef? padding) => AddSublayer(query => draft.Add(
        id, "MultiheadAttention", [("query", query), ("key", memory), .. Mask(padding)], Attention));

    /// <summary>The small network that works on each step by itself.</summary>
    public void FeedForward() => AddSublayer(at =>
    {
        var wide = draft.Add("linear1", "Linear", at, ("out_features", values["dim_feedforward"]));
        var bent = draft.Add("activation", values.Choice("activation") == "gelu" ? "GELU" : "ReLU", wide);
        var kept = draft.Add("dropout", "Dropout", bent, ("p", values["dropout"]));
        return draft.Add("linear2", "Linear", kept, ("out_features", values["d_model"]));
    });

    private static (string, ParameterValue)[] NoParameters => [];

    private (string, ParameterValue)[] Attention => [("num_heads", values["nhead"]), ("dropout", values["dropout"])];

    private static (string, PortRef)[] Mask(PortRef? padding) => padding is { } mask ? [("key_padding_mask", mask)] : [];

    private void AddSublayer(Func<PortRef, PortRef> compute)
    {
        _sublayers++;
        var normFirst = values.Flag("norm_first");
        var computed = compute(normFirst ? Norm(Result) : Result);
        var dropped = draft.Add(Numbered("dropout"), "Dropout", computed, ("p", values["dropout"]));
        var joined = draft.Add(Numbered("add"), "Add", [("input", Result), ("other", dropped)]);
        Result = normFirst ? joined : Norm(joined);
    }

    private PortRef Norm(PortRef at) => draft.Add(Numbered("norm"), "LayerNorm", at);

    private string Numbered(string name) => FormattableString.Invariant($"{name}{_sublayers}");
}
