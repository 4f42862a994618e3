namespace Builder.Training.Layers;

/// <summary>Of pictures. https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html</summary>
public sealed class BatchNorm2d(LayerContext context) : BatchNormalizationLayer(context);
