using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static Device CUDA => new(DeviceType.CUDA);

    public static Device device(string description) => new(description);

    /// <summary>Where a tensor lives: a kind and, for CUDA, which one (-1: the current one).</summary>
    public sealed class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <param name="description">"cpu", "cuda", "cuda:1" or "meta".</param>
        /// <exception cref="ArgumentException">The description is none of these.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':', 2);
            type = parts[0] switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                "meta" => DeviceType.META,
                _ => throw new ArgumentException($"\"{description}\" is no device: use \"cpu\", \"cuda\" or \"cuda:0\".", nameof(description)),
            };
            index = -1;
            if (parts.Length == 2)
            {
                index = int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new ArgumentException($"\"{parts[1]}\" is no number of a device in \"{description}\".", nameof(description));
            }
        }

        public DeviceType type { get; }

        public int index { get; }

        internal long Packed => ((long)type << 32) | (uint)index;

        public override string ToString() => type switch
        {
            DeviceType.CPU => "cpu",
            DeviceType.META => "meta",
            _ => index < 0 ? "cuda" : string.Create(CultureInfo.InvariantCulture, $"cuda:{index}"),
        };

        internal static Device Unpack(long packed) => new((DeviceType)(packed >> 32), (int)packed);
    }
}
