using Builder.Training.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>
/// Mixed precision on this thread until it is disposed: matrix products and convolutions compute in bfloat16, the rest as before
/// (https://docs.pytorch.org/docs/stable/amp.html). It goes around the forward pass only, and ends on the thread that it began on.
/// <para>
/// TorchSharp has no such scope, and TorchScript's own counts only inside a script. So the functions that PyTorch's scope consists of are
/// called where libtorch keeps them, by the names that its C++ compilers give them.
/// </para>
/// </summary>
public sealed unsafe class AutocastScope : IDisposable
{
    private static readonly Lazy<Functions?> s_functions = new(Functions.Find);

    private readonly sbyte _device;
    private readonly bool _before;
    private bool _ended;

    /// <summary>Begins a scope.</summary>
    /// <param name="device">Where the work runs: CPU or CUDA.</param>
    /// <exception cref="NotSupportedException">This libtorch keeps the functions under other names.</exception>
    public AutocastScope(DeviceType device)
    {
        OneDnn.Check();
        var libtorch = s_functions.Value ?? throw new NotSupportedException("This libtorch has no autocast under the known names.");
        _device = (sbyte)device;
        _before = libtorch.IsEnabled(_device) != 0;
        libtorch.SetEnabled(_device, 1);
        libtorch.SetType(_device, (sbyte)ScalarType.BFloat16);
        libtorch.SetCacheEnabled(1);
        _ = libtorch.IncrementNesting();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        var libtorch = s_functions.Value!;
        if (libtorch.DecrementNesting() == 0)
        {
            // What was converted may change before the next scope.
            libtorch.ClearCache();
        }

        libtorch.SetEnabled(_device, (byte)(_before ? 1 : 0));
    }

    /// <summary>The functions of at::autocast (ATen/autocast_mode.h). A device and a type are one byte each.</summary>
    private sealed class Functions
    {
        public required delegate* unmanaged<sbyte, byte> IsEnabled { get; init; }

        public required delegate* unmanaged<sbyte, byte, void> SetEnabled { get; init; }

        public required delegate* unmanaged<sbyte, sbyte, void> SetType { get; init; }

        public required delegate* unmanaged<byte, void> SetCacheEnabled { get; init; }

        public required delegate* unmanaged<int> IncrementNesting { get; init; }

        public required delegate* unmanaged<int> DecrementNesting { get; init; }

        public required delegate* unmanaged<void> ClearCache { get; init; }

        public static Functions? Find()
        {
            var found = LibtorchExports.Find(
                ("_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE", "?is_autocast_enabled@autocast@at@@YA_NW4DeviceType@c10@@@Z"),
                ("_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb", "?set_autocast_enabled@autocast@at@@YAXW4DeviceType@c10@@_N@Z"),
                ("_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE", "?set_autocast_dtype@autocast@at@@YAXW4DeviceType@c10@@W4ScalarType@4@@Z"),
                ("_ZN2at8autocast26set_autocast_cache_enabledEb", "?set_autocast_cache_enabled@autocast@at@@YAX_N@Z"),
                ("_ZN2at8autocast17increment_nestingEv", "?increment_nesting@autocast@at@@YAHXZ"),
                ("_ZN2at8autocast17decrement_nestingEv", "?decrement_nesting@autocast@at@@YAHXZ"),
                ("_ZN2at8autocast11clear_cacheEv", "?clear_cache@autocast@at@@YAXXZ"));
            return found is null ? null : new()
            {
                IsEnabled = (delegate* unmanaged<sbyte, byte>)found[0],
                SetEnabled = (delegate* unmanaged<sbyte, byte, void>)found[1],
                SetType = (delegate* unmanaged<sbyte, sbyte, void>)found[2],
                SetCacheEnabled = (delegate* unmanaged<byte, void>)found[3],
                IncrementNesting = (delegate* unmanaged<int>)found[4],
                DecrementNesting = (delegate* unmanaged<int>)found[5],
                ClearCache = (delegate* unmanaged<void>)found[6],
            };
        }
    }
}
