using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Builder.Graph;

namespace Builder.Web.Hosting.Configuration;

/// <summary>One setting: where it is read from, and what it may be.</summary>
public sealed class Setting
{
    private readonly PropertyInfo _property;

    internal Setting(Type owner, PropertyInfo property)
    {
        Owner = owner;
        _property = property;
        Variable = property.GetCustomAttribute<SettingAttribute>()!.Variable;
        Key = $"{owner.GetCustomAttribute<SettingsAttribute>()!.Section}:{property.Name}";
    }

    /// <summary>The class of options that it belongs to.</summary>
    public Type Owner { get; }

    /// <summary>Name of the environment variable or switch.</summary>
    public string Variable { get; }

    /// <summary>Its place in <c>appsettings.json</c>, such as "Builder:Runner:Threads".</summary>
    public string Key { get; }

    /// <summary>What it is while nobody sets it; null where that depends on the machine.</summary>
    public string? Default => Text(_property.GetValue(Activator.CreateInstance(Owner)));

    private Type Kind => Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;

    /// <summary>What the configuration says, and where; null where it says nothing. An empty variable says nothing.</summary>
    internal (string Source, string Value)? Given(IConfiguration configuration) =>
        configuration[Variable] is { Length: > 0 } named ? (Variable, named)
        : configuration[Key] is { Length: > 0 } written ? (Key, written)
        : null;

    /// <summary>Why what the configuration says cannot be used; null where it can, and where it says nothing.</summary>
    internal Localized? Fault(IConfiguration configuration)
    {
        if (Given(configuration) is not var (source, value))
        {
            return null;
        }

        return Read(value) is { } read && _property.GetCustomAttributes<ValidationAttribute>().All(rule => rule.IsValid(read))
            ? null : SettingTexts.Unreadable(source, value, Expected());
    }

    // The same conversion as the binder's, so that what passes here is what the program gets.
    private object? Read(string value)
    {
        try
        {
            return TypeDescriptor.GetConverter(Kind).ConvertFromInvariantString(value);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }

    private Localized Expected()
    {
        var range = _property.GetCustomAttribute<RangeAttribute>();
        // A range converts its limits when it is first asked.
        range?.IsValid(null);
        var (least, most) = (range?.Minimum.ToString(), range?.Maximum.ToString());
        return Kind == typeof(bool) ? SettingTexts.Switch
            : Kind == typeof(TimeSpan) ? SettingTexts.Span(least ?? "00:00:00", most ?? "24:00:00")
            : range is not null ? SettingTexts.Number(least!, most!)
            : SettingTexts.Address;
    }

    private static string? Text(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
}
