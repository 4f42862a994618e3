namespace Builder.Tests.Folders;

/// <summary>Folders that were made for a test of programs, or of what works in the background.</summary>
internal static class TemporaryFolders
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Deletes one. What works behind a test, such as a runner that notices that it is alone, may write a last file until it has ended.</summary>
    public static void Delete(string folder)
    {
        if (!SpinWait.SpinUntil(() => TryDelete(folder), Patience))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
