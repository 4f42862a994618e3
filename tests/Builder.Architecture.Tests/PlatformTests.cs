using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>What leans on one system stands in few places, and docs/decisions/0020 says of each what happens on the others.</summary>
public sealed partial class PlatformTests
{
    private const string Note = "docs/decisions/0020-three-systems.md";

    private static readonly string[] Places =
    [
        "src/Builder.Files/AtomicFile.cs",
        "src/Builder.Files/FolderSync.cs",
        "src/Builder.Files/LockFile.cs",
        "src/Builder.Graph/Data/DiskNames.cs",
        "src/Builder.Graph/Data/FilePaths.cs",
        "src/Builder.Runner/Serving/LowPriority.cs",
        "src/Builder.Runner/Serving/ProcessEnding.cs",
        "src/Builder.Runner/Serving/RunnerServer.cs",
        "src/Builder.Storage/DataFolder.cs",
        "src/Builder.Storage/Files/Folders.cs",
        "src/Builder.Storage/Files/OwnerOnly.cs",
        "src/Builder.Storage/WriteFailure.cs",
        "src/Builder.Training/Native/LibtorchExports.cs",
        "src/Builder.Training/Native/MemoryReuse.cs",
        "src/Builder.Training/Native/OpenMp.cs",
        "src/Builder.Training/Native/TorchLibraries.cs",
        "src/Builder.Training/Runs/RunLock.cs",
        "src/Builder.Web/Operations/Faults/StartFaults.cs",
        "src/Builder.Web/Runs/Supervision/Devices.cs",
        "src/Builder.Web/Runners/ProcessStart.cs",
        "src/Builder.Web/Runners/RunnerJob.cs",
        "src/Builder.Web/Runners/RunnerOptions.cs",
        "src/Builder.Web/Runners/RunnerProcess.cs",
        "src/Builder.Web/Shell/Security/DefaultBrowser.cs",
        "src/Builder.Web/Shell/Security/PeerUser.cs",
    ];

    [Fact]
    public void Only_named_places_lean_on_one_system() => Assert.Empty(
        from file in Repository.Files("src", ".cs")
        where !Places.Contains(file)
        from line in Repository.ReadLines(file)
        where LeansOnASystem().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void Each_of_them_does_so_and_stands_in_the_note()
    {
        var note = Repository.Read(Note);

        Assert.All(Places, place =>
        {
            Assert.Matches(LeansOnASystem(), Repository.Read(place));
            Assert.Contains($"`{place["src/Builder.".Length..]}`", note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Paths_are_compared_in_one_place() => Assert.Empty(
        from file in Repository.Files("src", ".cs")
        where file != "src/Builder.Graph/Data/FilePaths.cs"
        from line in Repository.ReadLines(file)
        where ComparesPaths().IsMatch(line)
        select $"{file}: {line.Trim()} Ask FilePaths.");

    [GeneratedRegex(@"StartsWith\(.*DirectorySeparator|(?:FullName|GetFullPath\(.*\))\s*[!=]=|[!=]=\s*(?:Path\.GetFullPath|\S*\.FullName)|(?:FullName|FullPath)\.(?:Equals|StartsWith)\(|InvalidFileNameChars")]
    private static partial Regex ComparesPaths();

    [GeneratedRegex(@"DllImport\(""|LibraryImport\(""|""/(?:proc|sys|dev|usr|bin)/|OperatingSystem\.Is|PosixSignal\.|UnixFileMode")]
    private static partial Regex LeansOnASystem();
}
