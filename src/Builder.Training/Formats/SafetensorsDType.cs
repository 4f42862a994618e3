namespace Builder.Training.Formats;

/// <summary>The element types of the safetensors format that are read and written here, by the format's names.</summary>
public enum SafetensorsDType
{
    /// <summary>32-bit floating point.</summary>
    F32,

    /// <summary>64-bit floating point.</summary>
    F64,

    /// <summary>16-bit floating point, IEEE half.</summary>
    F16,

    /// <summary>16-bit floating point with the exponent of F32.</summary>
    BF16,

    /// <summary>64-bit signed integer.</summary>
    I64,

    /// <summary>32-bit signed integer.</summary>
    I32,

    /// <summary>8-bit unsigned integer.</summary>
    U8,

    /// <summary>Truth value, one byte.</summary>
    BOOL,
}

/// <summary>Facts about <see cref="SafetensorsDType"/>.</summary>
public static class SafetensorsDTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(this SafetensorsDType type) => type switch
    {
        SafetensorsDType.F64 or SafetensorsDType.I64 => 8,
        SafetensorsDType.F32 or SafetensorsDType.I32 => 4,
        SafetensorsDType.F16 or SafetensorsDType.BF16 => 2,
        SafetensorsDType.U8 or SafetensorsDType.BOOL => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The element type of a .NET type.</summary>
    /// <exception cref="NotSupportedException">The format has no such type, or it is not written here.</exception>
    public static SafetensorsDType Of<T>()
        where T : unmanaged => default(T) switch
        {
            float => SafetensorsDType.F32,
            double => SafetensorsDType.F64,
            Half => SafetensorsDType.F16,
            long => SafetensorsDType.I64,
            int => SafetensorsDType.I32,
            byte => SafetensorsDType.U8,
            bool => SafetensorsDType.BOOL,
            _ => throw new NotSupportedException(typeof(T).Name),
        };

    internal static bool TryParse(string? name, out SafetensorsDType type) =>
        Enum.TryParse(name, ignoreCase: false, out type) && Enum.GetName(type) == name;
}
