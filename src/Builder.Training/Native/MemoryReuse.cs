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

    /// <summary>Turns it on, for this process and for good; a second time changes nothing. To be called before the first tensor is made.</summary>
    public static void Enable()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = mallopt(MmapThreshold, int.MaxValue);
            _ = mallopt(TrimThreshold, int.MaxValue);
            _ = mallopt(TopPad, 128 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl, has no such settings.
        }
    }

    /// <summary>
    /// Hands back what is free at this moment. Between epochs, when all sizes of a step lie idle, this keeps gaps between blocks from
    /// adding up over the epochs; within an epoch it would cost what keeping them saves.
    /// </summary>
    public static void Release()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl, keeps nothing.
        }
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int malloc_trim(nuint pad);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int parameter, int value);
}
