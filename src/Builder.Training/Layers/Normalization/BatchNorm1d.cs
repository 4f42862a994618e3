namespace Builder.Training.Layers;

/// <summary>Of lists and series. https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html</summary>
public sealed class BatchNorm1d(LayerContext context) : BatchNormalizationLayer(context);
