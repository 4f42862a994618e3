using System.Runtime.InteropServices;

namespace Builder.Bench.Memory;

/// <summary>
/// What the C library has given out and not got back. The resident memory of a process tells less: gaps between blocks make it go up and down by a tenth
/// while the same blocks are in use.
/// </summary>
internal static partial class AllocatedMemory
{
    /// <summary>Bytes in use, by mallinfo2(3) of the GNU C library 2.33 or newer.</summary>
    public static long InUse()
    {
        var info = mallinfo2();
        return (long)(info.InUse + info.InMaps);
    }

    [LibraryImport("libc.so.6"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial MemoryInfo mallinfo2();

    // struct mallinfo2 of malloc.h; only two of its ten numbers are asked for.
    [StructLayout(LayoutKind.Sequential)]
    private struct MemoryInfo
    {
        public nuint Arena;
        public nuint FreeBlocks;
        public nuint SmallBlocks;
        public nuint Maps;
        public nuint InMaps;
        public nuint MostInUse;
        public nuint FreeSmall;
        public nuint InUse;
        public nuint Free;
        public nuint Releasable;
    }
}
