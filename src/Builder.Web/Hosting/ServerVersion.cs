using System.Reflection;

namespace Builder.Web.Hosting;

/// <summary>The version that the build wrote into the program: Version in Directory.Build.props.</summary>
public static class ServerVersion
{
    /// <summary>Such as "1.1.0".</summary>
    public static string Text { get; } =
        typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
