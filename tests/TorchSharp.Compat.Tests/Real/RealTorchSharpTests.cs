using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace TorchSharp.Compat.Tests.Real;

/// <summary>
/// The engine's source compiles against the real TorchSharp. Where its package cannot be had, the tests say so and prove nothing;
/// where it can, nothing but a clean build will do.
/// </summary>
public sealed partial class RealTorchSharpTests(ITestOutputHelper output)
{
    private const string Version = "0.107.0";

    private static readonly Lazy<Task<(bool Succeeded, string Output)>> s_restored =
        new(() => EngineBuild.Run("restore", $"TorchSharpVersion={Version}", "TorchSharpNative=none"));

    [Fact]
    public async Task The_engine_compiles_against_the_package()
    {
        if (await IsAtHand())
        {
            await CompilesWith($"TorchSharpVersion={Version}", "TorchSharpNative=none");
        }
    }

    [Fact]
    public async Task The_engine_compiles_against_a_given_assembly()
    {
        if (await IsAtHand())
        {
            await CompilesWith($"TorchSharpAssembly={PackagedAssembly()}");
        }
    }

    private static async Task CompilesWith(params string[] properties)
    {
        if (File.Exists(EngineBuild.Engine))
        {
            File.Delete(EngineBuild.Engine);
        }

        var (succeeded, printed) = await EngineBuild.Run("build", properties);

        Assert.True(succeeded, printed);
        Assert.Equal(System.Version.Parse(Version), MentionedTorchSharp(EngineBuild.Engine));
    }

    /// <summary>False where no source of packages answers or none has the package; any other trouble with it is a failure.</summary>
    private async Task<bool> IsAtHand()
    {
        var (succeeded, printed) = await s_restored.Value;
        if (succeeded)
        {
            return true;
        }

        Assert.True(NotServed().IsMatch(printed), printed);
        var message = $"TorchSharp {Version} cannot be restored here, so the engine was not compiled against it:\n{printed}";
        output.WriteLine(message);
        TestContext.Current.AddWarning(message);
        return false;
    }

    private static string PackagedAssembly()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var assembly = Path.Combine(packages, "torchsharp", Version, "lib", "net8.0", "TorchSharp.dll");
        Assert.True(File.Exists(assembly), $"The package was restored, but there is no {assembly}.");
        return assembly;
    }

    /// <summary>Which version of TorchSharp an assembly was compiled against, without the fourth number.</summary>
    private static Version MentionedTorchSharp(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var mentioned = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Single(reference => metadata.GetString(reference.Name) == "TorchSharp");
        return new Version(mentioned.Version.Major, mentioned.Version.Minor, mentioned.Version.Build);
    }

    // No such package, no such version, no answer.
    [GeneratedRegex("error NU(1101|1102|1301|1801)")]
    private static partial Regex NotServed();
}
