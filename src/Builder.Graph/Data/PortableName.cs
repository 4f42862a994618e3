using System.Collections.Frozen;
using System.Globalization;

namespace Builder.Graph.Data;

/// <summary>
/// The one rule for names of files and folders that shall lie on the disk of every system, so that a project can move between them. Windows
/// is the strictest: see "Naming Files, Paths, and Namespaces" in its documentation. How long a name may be is not asked here.
/// </summary>
public static class PortableName
{
    private const string Forbidden = "<>:\"/\\|?*";

    private static readonly FrozenSet<string> Devices = Enumerable.Range(1, 9).Select(n => $"{n}").Concat(["¹", "²", "³"])
        .SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }).Concat(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where every system can hold a file or folder of the name; false for an empty one, "." and ".." as well.</summary>
    public static bool IsPortable(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && name.All(MayHold) && name[^1] is not ('.' or ' ') && !IsDevice(name);
    }

    /// <summary>True where a name may hold the character.</summary>
    public static bool MayHold(char character) => !char.IsControl(character) && !Forbidden.Contains(character, StringComparison.Ordinal);

    /// <summary>True where a character shows as itself: not one that only steers the others, such as by turning round how the rest of a name reads.</summary>
    public static bool IsSeen(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Windows takes "aux.csv", "AUX.tar.gz" and "aux .csv" for the device as well.
    private static bool IsDevice(string name) => Devices.Contains(name.Split('.', 2)[0].TrimEnd(' '));
}
