using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Builder.Protocol;

/// <summary>
/// Whether a message that was read from JSON has all that its type promises. What a text leaves out, or says to be null, is null afterwards,
/// whatever the types say, and 1e999 is read as infinity, which no JSON can hold; whoever reads the message or writes it again must not stumble over it later.
/// </summary>
internal static class Completeness
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, NullabilityInfo Nulls)[]> Known = new();

    /// <summary>True where nothing in it, however deep, is null that must not be, or an infinite number.</summary>
    public static bool IsWhole(object message) =>
        Known.GetOrAdd(message.GetType(), PartsOf).All(part => Fits(part.Property.GetValue(message), part.Nulls));

    private static bool Fits(object? value, NullabilityInfo nulls) => value switch
    {
        null => nulls.ReadState != NullabilityState.NotNull,
        string => true,
        double number => double.IsFinite(number),
        IEnumerable<double> numbers => numbers.All(double.IsFinite),
        IDictionary map => nulls.GenericTypeArguments is not [_, var of] || map.Values.Cast<object?>().All(v => Fits(v, of)),
        IEnumerable list => (nulls.ElementType ?? nulls.GenericTypeArguments.FirstOrDefault()) is not { Type.IsPrimitive: false } of
            || list.Cast<object?>().All(v => Fits(v, of)),
        _ => value.GetType().Assembly != typeof(Completeness).Assembly || IsWhole(value),
    };

    private static (PropertyInfo Property, NullabilityInfo Nulls)[] PartsOf(Type type)
    {
        var context = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(p => (p, context.Create(p)))];
    }
}
