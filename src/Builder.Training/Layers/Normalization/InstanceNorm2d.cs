namespace Builder.Training.Layers;

/// <summary>Of pictures. https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html</summary>
public sealed class InstanceNorm2d(LayerContext context) : InstanceNormalizationLayer(context);
