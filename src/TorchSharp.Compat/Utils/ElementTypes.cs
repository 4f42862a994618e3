using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Which .NET type stands for which dtype.</summary>
internal static class ElementTypes
{
    /// <exception cref="ArgumentException">No dtype has elements of that type.</exception>
    public static ScalarType Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.Boolean => ScalarType.Bool,
        _ => type == typeof(Half) ? ScalarType.Float16 : throw new ArgumentException($"A tensor cannot hold elements of type {type.Name}."),
    };

    public static T Convert<T>(double value)
        where T : unmanaged
        => typeof(T) == typeof(float) ? (T)(object)(float)value
            : typeof(T) == typeof(double) ? (T)(object)value
            : typeof(T) == typeof(Half) ? (T)(object)(Half)value
            : Convert<T>(checked((long)value));

    public static T Convert<T>(long value)
        where T : unmanaged
        => (T)(Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Byte => checked((byte)value),
            TypeCode.SByte => checked((sbyte)value),
            TypeCode.Int16 => checked((short)value),
            TypeCode.Int32 => checked((int)value),
            TypeCode.Int64 => value,
            TypeCode.Single => (float)value,
            TypeCode.Double => (double)value,
            TypeCode.Boolean => value != 0,
            _ => (object)(Half)value,
        });
}
