namespace Builder.Web.Hosting.Configuration;

/// <summary>
/// Makes a property a setting of the server: it is read from a variable of the environment (or a switch of the command line) of this name,
/// otherwise from <c>appsettings.json</c> under the section of its class and its own name, and otherwise keeps its initial value.
/// </summary>
/// <param name="variable">Name of the variable, such as "BUILDER_THREADS".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string variable) : Attribute
{
    /// <summary>Name of the variable.</summary>
    public string Variable => variable;
}

/// <summary>Marks a class of settings. Its classes are found by this, so that the check at the start and the documented page miss none.</summary>
/// <param name="section">Section of <c>appsettings.json</c>, such as "Builder:Runner".</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SettingsAttribute(string section) : Attribute
{
    /// <summary>Section of <c>appsettings.json</c>.</summary>
    public string Section => section;
}
