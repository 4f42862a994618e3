using System.Runtime.InteropServices;

namespace Builder.Training.Native;

/// <summary>
/// Makes the process keep freed memory for the next tensors. Training asks for the same sizes in every step; handing large blocks back to
/// the system each time costs it more than some networks do, because it clears every page again. The settings are those of mallopt(3) in the
/// GNU C library; other systems are left as they are.
/// </summary>
public static class MemoryReuse
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;

    /// <summary>Turns it on, for this process and for good; a second time changes nothing. To be called before the first tensor is made.</summary>
    public static void Enable()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // One heap for all threads: further ones are limited to 64 MB each, and ask the system for everything that is larger.
            _ = mallopt(ArenaMax, 1);
            _ = mallopt(MmapThreshold, int.MaxValue);
            _ = mallopt(TrimThreshold, int.MaxValue);
            _ = mallopt(TopPad, 128 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl, has no such settings.
        }
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int parameter, int value);
}
