using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Files;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Database;
using Builder.Storage.Runs;

namespace Builder.Storage.Exchange;

/// <summary>
/// A model that came by itself, as Evaluate and Use give it away: the files of a <see cref="BundleFolder"/>, with neither data nor history. It
/// becomes the one finished run of a new project.
/// </summary>
internal sealed class PackedModel
{
    private static readonly BundleFolder Names = new("");

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly PackedFiles _files;
    private readonly string _before;
    private readonly Summary _summary;

    private PackedModel(PackedFiles files, string before)
    {
        (_files, _before) = (files, before);
        Json = files.Read(before + Names.Document, DocumentLimits.FileBytes)!;
        Document = ProjectJson.Read(Json);
        _summary = Read(files.Read(before + Names.Summary, DocumentLimits.FileBytes)!);
    }

    /// <summary>What was trained.</summary>
    public ProjectDocument Document { get; }

    private byte[] Json { get; }

    /// <summary>The model in a packed file, at its top or in one folder; null where it holds none, or a whole project.</summary>
    /// <exception cref="ProjectFileException">Its document cannot be read.</exception>
    /// <exception cref="StorageException">It is no model that Builder wrote.</exception>
    public static PackedModel? Find(PackedFiles files)
    {
        var summary = files.Entries.Keys.FirstOrDefault(name => name == Names.Summary || (name.EndsWith($"/{Names.Summary}", StringComparison.Ordinal) && name.Count(c => c == '/') == 1));
        var before = summary?[..^Names.Summary.Length];
        return before is null || files.Entries.ContainsKey(PackedProject.About) || !All().All(name => files.Entries.ContainsKey(before + name)) ? null : new(files, before);
    }

    /// <summary>The run that the model becomes.</summary>
    public RunRow Row(string project, DateTimeOffset now) => RunRows.Row(
        new()
        {
            Id = "", ProjectId = project, Number = 1, Name = "", State = RunState.Finished, Revision = 0, Reason = ExchangeMessages.ModelCameIn.With(),
            AskedAt = now, StartedAt = now, EndedAt = now,
            Scores = new(_summary.Task, _summary.Train, _summary.Validation, _summary.Test, None, _summary.Units),
        },
        ShortId.New(), project, 1, Json);

    /// <summary>Writes the run's folder into a project's.</summary>
    public void Unpack(string folder, string run)
    {
        var target = new RunFolder(Path.Combine(RunFolder.RunsOf(folder), run));
        foreach (var name in All().Append(Names.Thresholds))
        {
            if (_files.Entries.TryGetValue(_before + name, out var entry))
            {
                _files.Unpack(entry, target.Bundle, name);
            }
        }

        AtomicFile.Write(target.Document, file => file.Write(Json));
        var evaluation = new Evaluation
        {
            MeasuredElsewhere = true,
            Task = _summary.Task ?? TaskKind.Generation, Part = "test", Samples = 0, Units = _summary.Units,
            Train = _summary.Train, Validation = _summary.Validation, Test = _summary.Test, Baseline = None,
        };
        AtomicFile.Write(Path.Combine(target.Path, Evaluation.FileName), file => file.Write(evaluation.ToJson()));
    }

    private static Dictionary<string, double?> None => [];

    // A model that goes by the usual thresholds has no file of them.
    private static string[] All() => [Names.Summary, Names.Document, Names.Transforms, Names.Weights];

    private static Summary Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<Summary>(json, Options) ?? throw StorageProblems.NotAProjectFile(ExchangeMessages.ModelUnreadable.With());
        }
        catch (JsonException broken)
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.ModelUnreadable.With(), broken);
        }
    }

    private sealed record Summary
    {
        public TaskKind? Task { get; init; }

        public IReadOnlyDictionary<string, double?> Train { get; init => field = RunScores.Known(value); } = None;

        public IReadOnlyDictionary<string, double?> Validation { get; init => field = RunScores.Known(value); } = None;

        public IReadOnlyDictionary<string, double?> Test { get; init => field = RunScores.Known(value); } = None;

        public IReadOnlyDictionary<string, string> Units { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();
    }
}
