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
}
