namespace TorchSharp;

/// <summary>What is beyond the edge of a picture or a sequence.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
