using System.Collections.Immutable;

namespace Builder.Graph.Data;

/// <summary>Brings pictures to one size and number of channels: [C, H, W].</summary>
public sealed record Resize : Transform
{
    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>1 for grey, 3 for colour.</summary>
    public int Channels { get; init; } = 3;
}

/// <summary>(value − mean) ÷ standard deviation for each channel, of values between 0 and 1.</summary>
public sealed record Normalize : Transform
{
    /// <summary>A mean for each channel; empty to take it from the training rows.</summary>
    public ImmutableArray<double> Mean { get; init; } = [];

    /// <summary>A standard deviation for each channel; empty to take it from the training rows.</summary>
    public ImmutableArray<double> Std { get; init; } = [];
}

/// <summary>Random changes of training pictures that do not change what they show. Never applied to validation or test.</summary>
public sealed record Augment : Transform
{
    /// <summary>Mirror left and right with probability ½.</summary>
    public bool FlipHorizontal { get; init; }

    /// <summary>Mirror top and bottom with probability ½.</summary>
    public bool FlipVertical { get; init; }

    /// <summary>Move by up to this many pixels in each direction, filling with zeros.</summary>
    public int Crop { get; init; }

    /// <summary>Turn by up to this many degrees either way.</summary>
    public double Rotate { get; init; }

    /// <summary>Standard deviation of normal noise added to values between 0 and 1.</summary>
    public double Noise { get; init; }
}
