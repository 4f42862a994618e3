using System.Globalization;
using System.Reflection;

namespace TorchSharp.Compat.Tests.Api;

/// <summary>Writes public members in the notation of the stored API list.</summary>
internal static class ApiFormatter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
    };

    /// <summary>Every member that other assemblies can see, one a line.</summary>
    public static IEnumerable<string> Lines(Type type)
    {
        var name = FullName(type);
        foreach (var method in type.GetMethods(Declared).Where(m => IsVisible(m) && !IsAccessor(m)))
        {
            yield return $"{name}.{Method(method)}";
        }

        foreach (var constructor in type.GetConstructors(Declared & ~BindingFlags.Static).Where(c => IsVisible(c)))
        {
            yield return $"{name}.ctor({Parameters(constructor)}){Access(constructor)}";
        }

        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsVisible)))
        {
            yield return $"{name}.{Property(property)}";
        }

        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
        {
            var value = type.IsEnum && field.IsLiteral ? $" = {Number(field.GetRawConstantValue()!)}" : "";
            yield return $"{name}.{field.Name} field {Name(field.FieldType)}{value}";
        }
    }

    public static string FullName(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Access(MethodBase method) => method.IsPublic ? "" : " protected";

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(t => t.Name))}>" : "";
        var isStatic = method.IsStatic ? " static" : "";
        return $"{method.Name}{generic}({Parameters(method)}) -> {Name(method.ReturnType)}{isStatic}{Access(method)}";
    }

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var parameters = index.Length == 0 ? "" : $"[{string.Join(", ", index.Select(Parameter))}]";
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get;" : "";
        var set = property.SetMethod is { } setter && IsVisible(setter) ? "set;" : "";
        return $"{property.Name}{parameters} : {Name(property.PropertyType)} {{{get}{set}}}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{prefix}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => parameter.ParameterType.IsValueType && type == parameter.ParameterType ? "default" : "null",
            bool value => value ? "true" : "false",
            string value => $"\"{value}\"",
            { } value when type.IsEnum => Enum.GetName(type, value)!,
            { } value => Number(value),
        };
    }

    private static string Number(object value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        return type.IsGenericParameter ? type.Name : type.IsGenericType ? Generic(type) : Short(FullName(type));
    }

    private static string Generic(Type type)
    {
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return FullName(type.GetGenericTypeDefinition()).StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            ? $"({arguments})"
            : $"{Short(FullName(type.GetGenericTypeDefinition()).Split('`')[0])}<{arguments}>";
    }

    private static string Short(string name)
    {
        (string Prefix, string Short)[] prefixes =
        [
            ("TorchSharp.torch.", ""), ("TorchSharp.Modules.", "M."), ("TorchSharp.", ""), ("System.Collections.Generic.", ""), ("System.", ""),
        ];
        var known = prefixes.First(entry => entry.Prefix.Length == 0 || name.StartsWith(entry.Prefix, StringComparison.Ordinal));
        return known.Short + name[known.Prefix.Length..];
    }
}
