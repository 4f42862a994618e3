namespace Builder.Graph.Data;

/// <summary>
/// What the disks of a system make of names. What Builder names itself follows <see cref="PortableName"/> everywhere; what is there already, or comes
/// from an earlier version, need only lie on the system at hand.
/// </summary>
/// <param name="HoldsOnlyPortable">They hold only names that <see cref="PortableName"/> allows.</param>
/// <param name="Comparison">How names are compared: those that are equal are one file.</param>
public sealed record DiskNames(bool HoldsOnlyPortable, StringComparison Comparison)
{
    /// <summary>Those of this system.</summary>
    public static DiskNames Here { get; } = new(OperatingSystem.IsWindows(), FilePaths.Comparison);

    /// <summary>True where they hold a file or folder of the name. Control characters are refused everywhere: no name that a person gave has any.</summary>
    public bool CanHold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return HoldsOnlyPortable ? PortableName.IsPortable(name)
            : name is not ("" or "." or "..") && !name.Any(c => c == '/' || char.IsControl(c));
    }
}
