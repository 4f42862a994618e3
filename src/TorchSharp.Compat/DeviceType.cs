namespace TorchSharp;

/// <summary>The kinds of device that the engine can run on.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    META = 14,
}
