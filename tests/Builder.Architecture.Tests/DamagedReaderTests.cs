using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>Whatever takes a file apart is tried with damaged ones, see tests/golden/damage: files come from anywhere.</summary>
public sealed partial class DamagedReaderTests
{
    private const string Files = "tests/Builder.Datasets.Tests/Sheets/DamagedFileTests.cs";
    private const string Bundles = "tests/Builder.Training.Tests/Bundles/DamagedBundleTests.cs";
    private const string Projects = "tests/Builder.Storage.Tests/Exchange/DamagedProjectTests.cs";

    /// <summary>A folder or file of the sources, and the tests that try what is read there; the longest that fits counts.</summary>
    private static readonly Dictionary<string, string> s_tried = new()
    {
        ["src/Builder.Datasets/Archives/"] = Files,
        ["src/Builder.Datasets/Csv/"] = Files,
        ["src/Builder.Datasets/Labels/"] = Files,
        ["src/Builder.Datasets/Sheets/"] = Files,
        ["src/Builder.Datasets/Idx/"] = "tests/Builder.Datasets.Tests/Pictures/DamagedPictureTests.cs",
        ["src/Builder.Datasets/Pictures/"] = "tests/Builder.Datasets.Tests/Pictures/PictureKindTests.cs",
        ["src/Builder.Datasets/Preparation/"] = Bundles,
        ["src/Builder.Datasets/Tokenizers/"] = "tests/Builder.Datasets.Tests/Tokenizers/DamagedTokenizerTests.cs",
        ["src/Builder.Files/"] = "tests/Builder.Files.Tests/CheckpointHeaderTests.cs",
        ["src/Builder.Graph/"] = "tests/Builder.Graph.Tests/Json/DamagedDocumentTests.cs",
        ["src/Builder.Storage/Exchange/"] = Projects,
        ["src/Builder.Training/Bundles/"] = Bundles,
        ["src/Builder.Training/Formats/"] = "tests/Builder.Training.Tests/Formats/DamagedWeightsTests.cs",
    };

    /// <summary>What reads only files that nobody brings, and why.</summary>
    private static readonly Dictionary<string, string> s_own = new()
    {
        ["src/Builder.Datasets/Readings/"] = "kept beside the file; hashes tell whether it is whole, see KeptReadingTests",
        ["src/Builder.Datasets/Tokenizers/PublishedVocabularies.cs"] = "part of the program",
        ["src/Builder.Storage/Runs/"] = "the program's own database",
        ["src/Builder.Storage/Settings/"] = "the program's own database",
        ["src/Builder.Training/Checkpoints/"] = "written by the run itself, with checksums, see BadCheckpointTests",
        ["src/Builder.Training/Native/"] = "libraries that are installed with the program",
    };

    private static readonly string[] s_rooms = ["src/Builder.Datasets", "src/Builder.Files", "src/Builder.Graph", "src/Builder.Storage", "src/Builder.Training"];

    public static TheoryData<string> Rooms => [.. s_rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_reader_of_files_has_tests_with_damaged_ones(string room) =>
        Assert.DoesNotContain(Readers(room), file => Place(file) is null);

    [Fact]
    public void The_tests_that_are_named_try_damaged_files() => Assert.All(s_tried.Values.Distinct(), file => Assert.Contains("Damage.Try(", Repository.Read(file), StringComparison.Ordinal));

    [Fact]
    public void What_is_named_reads_files()
    {
        string[] used = [.. s_rooms.SelectMany(Readers).Select(Place).OfType<string>().Distinct()];
        Assert.Empty(s_tried.Keys.Concat(s_own.Keys).Except(used));
    }

    private static string? Place(string file) => s_tried.Keys.Concat(s_own.Keys).Where(place => file.StartsWith(place, StringComparison.Ordinal)).MaxBy(place => place.Length);

    private static IEnumerable<string> Readers(string room) => Repository.Files(room, ".cs").Where(file => Takes().IsMatch(Repository.Read(file)));

    // What takes bytes apart: JSON, XML, HTML, archives, workbooks, pictures, numbers.
    [GeneratedRegex(
        @"Json(Document|Element|Node|Text)\.Parse\(|new Utf8JsonReader\(|JsonSerializer\.Deserialize|XmlReader\.Create|HtmlParser\(\)|new ZipArchive\([^)]*Read|ZipFile\.OpenRead|new GZipStream\([^)]*Decompress"
        + @"|ExcelReaderFactory|ParquetReader\.CreateAsync|SKCodec\.Create|Tiff\.ClientOpen|BinaryPrimitives\.Read")]
    private static partial Regex Takes();
}
