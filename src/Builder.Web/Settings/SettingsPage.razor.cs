namespace Builder.Web.Settings;

/// <summary>What holds for all projects.</summary>
public sealed partial class SettingsPage
{}
