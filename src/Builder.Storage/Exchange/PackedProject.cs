using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Storage.Projects;
using Builder.Storage.Runs;

namespace Builder.Storage.Exchange;

/// <summary>
/// How a project lies in a file: a zip with project.json and the data files as in a project's folder, so that it also unpacks to one, and
/// a folder ".builder" with all that only Builder knows.
/// </summary>
internal static class PackedProject
{
    public const string Document = "project.json";
    public const string Inside = ".builder/";
    public const string About = Inside + "about.json";
    public const string First = Inside + "first.json";
    public const string History = Inside + "history.jsonl";
    public const string RunDocuments = Inside + "runs/";
    public const string Runs = "runs/";

    /// <summary>
    /// True for what is of this computer only, such as what was read of tables and kept beside them: it begins with a point, in whatever folder. It is not packed, and
    /// what comes with a file from elsewhere is not believed.
    /// </summary>
    public static bool StaysHere(string name) => name.Split('/').Any(part => part.StartsWith('.'));

    /// <summary>How what Builder knows is written. What is read must be complete: files come from anywhere.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>What Builder knows of a packed project besides its document.</summary>
/// <param name="Format">Version of the packing.</param>
/// <param name="Template">The ready project that it began as.</param>
/// <param name="Revision">Number of its document.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Versions">Its named versions.</param>
/// <param name="Runs">Its runs; their folders and documents lie beside.</param>
/// <param name="Digests">
/// SHA-256 of the other files by name, in hexadecimal; of all but the document, which may be changed by hand. Null in files of older versions.
/// </param>
internal sealed record AboutProject(
    int Format, string? Template, long Revision, DateTimeOffset CreatedAt, IReadOnlyList<NamedVersion> Versions, IReadOnlyList<RunSummary> Runs,
    IReadOnlyDictionary<string, string>? Digests = null)
{
    /// <summary>The version that is written.</summary>
    public const int Current = 1;
}

/// <summary>A line of the history in a packed project.</summary>
internal sealed record PackedEdit(long Revision, HistoryStep Step, JsonElement Edit, JsonElement Inverse, string CommandId, string Actor, DateTimeOffset At)
{
    public static PackedEdit Of(LoggedEdit entry) => new(
        entry.Revision, entry.Entry.Step, Json(entry.Entry.Edit), Json(entry.Entry.Inverse), entry.CommandId, entry.Actor, entry.At);

    public LoggedEdit Read() => new(new(Revision, Step, Edited(Edit), Edited(Inverse)), CommandId, Actor, At);

    private static JsonElement Json(Edit edit) => JsonElement.Parse(EditJson.Write(edit));

    private static Edit Edited(JsonElement json) => EditJson.Read(Encoding.UTF8.GetBytes(json.GetRawText()));
}
