using System.Runtime.InteropServices;
using Builder.Files;
using Builder.Protocol.Messages;

namespace Builder.Training.Runs;

/// <summary>
/// Says that a run's folder is in use, so that two trainings never write to the same one. The folder itself is locked: nothing is left
/// behind in it, readers are not held up, and the lock ends with the process, however it ends. Windows cannot lock folders: there a file
/// in it is held, which goes with its holder.
/// </summary>
public sealed partial class RunLock : IDisposable
{
    private const int Nobody = -1;
    private const int ReadOnly = 0;
    private const int Exclusive = 2;
    private const int AtOnce = 4;

    // A training that was just told to end, or whose server has just died, needs a moment to let go: whoever resumes it need not try twice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string FileName = ".in-use.lock";

    private readonly string _folder;
    private int _handle;
    private FileStream? _file;

    private RunLock(string folder, int handle) => (_folder, _handle) = (folder, handle);

    // What keeps the descriptor from any process that is started meanwhile.
    private static int CloseOnExec => OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    private static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>Takes the lock of a folder; waits up to five seconds for one who has it and is just ending.</summary>
    /// <exception cref="TrainingException">Another training has it and keeps it.</exception>
    public static RunLock Take(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);

        // A folder that cannot be opened cannot be written to either: the first file says so in better words.
        var taken = new RunLock(folder.Path, OperatingSystem.IsWindows() ? Nobody : Open(folder.Path, ReadOnly | CloseOnExec));
        if ((taken._handle == Nobody && !OperatingSystem.IsWindows()) || SpinWait.SpinUntil(taken.IsMine, Patience))
        {
            return taken;
        }

        taken.Dispose();
        throw new TrainingException(TrainingMessages.FolderInUse.With(("path", folder.Path)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        if (_handle != Nobody)
        {
            _ = Close(_handle);
            _handle = Nobody;
        }
    }

    // Some network file systems cannot lock folders; there the training goes on without.
    private bool IsMine() => OperatingSystem.IsWindows() ? (_file ??= TryFile()) is not null : Lock(_handle, Exclusive | AtOnce) == 0 || Marshal.GetLastPInvokeError() != WouldBlock;

    private FileStream? TryFile() => LockFile.TryTake(Path.Combine(_folder, FileName), FileOptions.DeleteOnClose);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(int handle, int operation);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
