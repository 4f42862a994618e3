using System.ComponentModel;
using System.Diagnostics;

namespace Builder.Web.Shell.Security;

/// <summary>Opens an address in the browser that the person at this computer uses.</summary>
public static class DefaultBrowser
{
    /// <summary>Opens it; false where this system has nobody who could. The address is printed as well, so nothing is lost.</summary>
    /// <remarks>
    /// Windows hands the address to what is registered for it, macOS has open(1), other systems xdg-open(1) of freedesktop.org. As an argument
    /// of such a program the address can be seen by other users of the computer for a moment; it lets one browser in, and is used up at once.
    /// </remarks>
    public static bool Open(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            using var opening = Process.Start(
                OperatingSystem.IsWindows() ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true });
            return true;
        }
        catch (Exception none) when (none is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
