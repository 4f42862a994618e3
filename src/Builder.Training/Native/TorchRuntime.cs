namespace Builder.Training.Native;

/// <summary>How a process that computes with libtorch begins.</summary>
public static class TorchRuntime
{
    /// <summary>
    /// Makes the package's libraries loadable on this system, lets the process keep freed memory and its threads sleep while they wait. To be called before the first use of
    /// TorchSharp; it loads nothing, and a second call changes nothing.
    /// </summary>
    public static void Prepare()
    {
        MemoryReuse.Enable();
        OpenMp.SleepWhileWaiting();
        TorchLibraries.Register();
    }
}
