namespace Builder.Training.Layers;

/// <summary>Of series. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html</summary>
public sealed class InstanceNorm1d(LayerContext context) : InstanceNormalizationLayer(context);
