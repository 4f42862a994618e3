using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Settings;

/// <summary>What holds for all projects.</summary>
public sealed partial class SettingsPage
{}
