namespace Builder.Graph.Catalog;

/// <summary>The families of the palette, in the order in which it shows them. Files or folders of the catalog carry the same names.</summary>
public enum Family
{
    /// <summary>Where data enters.</summary>
    Inputs,

    /// <summary>Fully connected layers and embeddings.</summary>
    Linear,

    /// <summary>Convolutions over [N, C, L] and [N, C, H, W].</summary>
    Convolution,

    /// <summary>Layers that make [N, C, L] and [N, C, H, W] smaller by the mean or maximum of patches.</summary>
    Pooling,

    /// <summary>Layers that bring values to mean 0 and variance 1 over the batch, the channels or the features.</summary>
    Normalization,

    /// <summary>Dropout and noise against memorising.</summary>
    Regularization,

    /// <summary>Layers that read [N, T, F] step by step.</summary>
    Recurrent,

    /// <summary>Attention, its masks, and layers that add positions to [N, T, F].</summary>
    Attention,

    /// <summary>The same function of every element.</summary>
    Activation,

    /// <summary>Layers that only rearrange values.</summary>
    Shaping,

    /// <summary>Merging several tensors, arithmetic and reductions.</summary>
    Math,

    /// <summary>Groups and their ports.</summary>
    Groups,

    /// <summary>Layers whose output is one number [] for an optimizer to make small.</summary>
    Loss,

    /// <summary>Optimizers, schedules and the training plan.</summary>
    Training,

    /// <summary>Metrics and outputs.</summary>
    Results,
}

/// <summary>What a block does in the walk from data to trained weights.</summary>
public enum Role
{
    /// <summary>Brings in a column of the data.</summary>
    Input,

    /// <summary>Brings in what is to be predicted.</summary>
    Target,

    /// <summary>Computes tensors from tensors (or from nothing, as noise does).</summary>
    Layer,

    /// <summary>Computes one number that is to become small.</summary>
    Loss,

    /// <summary>Changes weights so that a loss becomes small.</summary>
    Optimizer,

    /// <summary>Changes an optimizer's learning rate over time.</summary>
    Schedule,

    /// <summary>Computes scores of predictions; changes no weights.</summary>
    Metric,

    /// <summary>Names a tensor as a prediction of the finished model.</summary>
    Output,

    /// <summary>Says how long and in what portions to train.</summary>
    Trainer,

    /// <summary>A use of a group, or a port of one.</summary>
    Group,
}
