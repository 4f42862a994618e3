using Builder.Datasets.Archives;
using Builder.Datasets.Import;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Importances;
using Builder.Web.Evaluate.Rivals;
using Builder.Web.Runs;
using Builder.Web.Scores;

namespace Builder.Web.Use.Models;

/// <summary>A model that a person tries: the run that made it, and what it takes and gives.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="ProjectFolder">Its folder.</param>
/// <param name="Run">The run.</param>
/// <param name="Document">The document that was trained; null where it cannot be read.</param>
/// <param name="Description">What it takes and gives.</param>
/// <param name="Picture">What its pictures are like; null where it takes none, or none are known.</param>
public sealed record UseModel(
    string ProjectId, string ProjectFolder, FinishedRun Run, ProjectDocument? Document, ModelDescription Description, PictureHint? Picture)
{
    private const int FewestCases = 10;

    /// <summary>Puts together what is known of a loaded model.</summary>
    public static UseModel Of(string projectId, FinishedRun run, ModelDescription description, PictureHint? picture) =>
        new(projectId, Path.GetFullPath(Path.Combine(run.Folder, "..", "..")), run, ReadDocument(run), description, picture) { Importance = ImportanceFile.Read(run), Rivals = RivalFile.Read(run) };

    /// <summary>Files of pictures that the model was tested with, as it saw them.</summary>
    public static IReadOnlyList<string> PicturesOf(FinishedRun run) =>
        [.. run.Evaluation.Heads.SelectMany(h => h.Examples).Select(e => RunFilesEndpoint.Find(run.Folder, e.Picture)).OfType<string>()];

    /// <summary>The data set that the model was trained on.</summary>
    public DataSet? Data => Document?.Data.Values.FirstOrDefault(d => d.Columns.Any(c => Description.Inputs.Any(i => i.Name == c.Name || i.Name == c.SourceName)));

    /// <summary>The name that an input has in the source of the data.</summary>
    public string SourceOf(string input) => Data?.Columns.FirstOrDefault(c => c.Name == input)?.SourceName ?? input;

    /// <summary>The value of an input in a row that is written by columns of the source, or by those of the data set.</summary>
    public string? ValueOf(string input, IReadOnlyDictionary<string, string?> row) =>
        row.TryGetValue(input, out var value) ? value : row.GetValueOrDefault(SourceOf(input));

    /// <summary>
    /// The inputs as people should see them: where the evaluation kept enough cases, the range of a number is what occurs in them. What the
    /// model itself knows is a mean and a spread, and that may reach below zero where nothing can.
    /// </summary>
    public IReadOnlyList<InputDescription> Inputs => [.. Description.Inputs.Select(WithSeenRange)];

    /// <summary>How an input's column writes its dates, as the test cases show; null where that is more than a calendar could write.</summary>
    public DateForm? DatesOf(InputDescription input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Kind != "date")
        {
            return null;
        }

        DateOrder? order = Enum.TryParse<DateOrder>(input.DateOrder, ignoreCase: true, out var known) ? known : null;
        string[] seen = [.. Examples.Select(e => ValueOf(input.Name, e.Inputs)).OfType<string>()];
        return seen.Length > 0 ? DateForm.Of(seen, order)
            : order is DateOrder.NoYear or DateOrder.TimeOfDay ? null : DateForm.Usual(order ?? DateOrder.YearFirst);
    }

    /// <summary>What matters to the model, column by column; null where that was not measured.</summary>
    public PermutationImportance? Importance { get; init; }

    /// <summary>How it does beside simple methods; null where that was not measured.</summary>
    public RivalComparison? Rivals { get; init; }

    /// <summary>
    /// Some inputs in the order in which they matter, as far as that is known: those that nobody has measured stand behind the others, in their own order.
    /// </summary>
    public IReadOnlyList<InputDescription> InOrder(IEnumerable<InputDescription> inputs) =>
        [.. inputs.OrderByDescending(input => Importance?.WeightOf(SourceOf(input.Name)) ?? double.NegativeInfinity)];

    /// <summary>True for an input that tells the model nothing, as far as that was measured.</summary>
    public bool IsIdle(InputDescription input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Importance?.IsIdle(SourceOf(input.Name)) == true;
    }

    /// <summary>Test cases that can be tried, the ones that the evaluation kept.</summary>
    public IReadOnlyList<Example> Examples => Run.Evaluation.Heads is [var head, ..]
        ? [.. head.Examples.Where(e => e.Picture is not null || e.Inputs.Count > 0)] : [];

    private InputDescription WithSeenRange(InputDescription input)
    {
        var seen = input.Kind == "number" && Description.WindowLength is null
            ? Examples.Select(e => FieldCheck.Number(ValueOf(input.Name, e.Inputs))).OfType<double>().ToList() : [];
        return seen.Count >= FewestCases && seen.Max() > seen.Min() ? input with { Minimum = seen.Min(), Maximum = seen.Max() } : input;
    }

    private static ProjectDocument? ReadDocument(FinishedRun run)
    {
        try
        {
            return BoundedFile.Read(Path.Combine(run.Bundle, "project.json"), DocumentLimits.FileBytes) is { } json ? ProjectJson.Read(json) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProjectFileException)
        {
            return null;
        }
    }
}
