using System.Runtime.CompilerServices;
using Builder.Training.Native;

namespace Builder.Training.Tests.Native;

internal static class TorchStart
{
    /// <summary>As in the runner's first line: before any test touches TorchSharp.</summary>
    [ModuleInitializer]
    internal static void Prepare() => TorchRuntime.Prepare();
}
