using System.Collections.Immutable;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Archives;
using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Protocol;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Names that the classes of a finished model were given after its training, in the order in which that was done.</summary>
/// <param name="Column">The column that the model predicts.</param>
/// <param name="Names">The new name of each old one.</param>
public sealed record GivenNames(string Column, ImmutableSortedDictionary<string, string> Names)
{
    /// <summary>Names are short: a longer file is none of ours.</summary>
    private const int MostBytes = 16 << 20;

    private const int MostTransforms = 512 << 20;

    /// <summary>What stands between the labels of an example.</summary>
    private const string BetweenLabels = ", ";

    /// <summary>The same names the other way round.</summary>
    public GivenNames Back() => this with { Names = Names.ToImmutableSortedDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal) };

    /// <summary>What the classes of a run's model were called when it was trained, and now; each column once.</summary>
    public static IReadOnlyList<GivenNames> Of(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var file = new RunFolder(run.Folder).GivenNames;
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MostBytes) is { } json && JsonSerializer.Deserialize<List<GivenNames>>(json, JsonSerializerOptions.Web) is { } names
                && names.TrueForAll(n => n is { Column: not null, Names: not null }) ? names : [];
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            // The names were only a note of what was done; the model itself has them.
            return [];
        }
    }

    /// <summary>What a run's model learned of its data; null where it cannot be read.</summary>
    public static FittedTransforms? Learned(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var file = new BundleFolder(run.Bundle).Transforms;
        try
        {
            return BoundedFile.Read(file, MostTransforms) is { } json ? FittedTransforms.FromJson(json, Path.GetFileName(file)) : null;
        }
        catch (Exception broken) when (broken is DataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Lets the model of a run answer with these names, here and wherever its bundle is used: in what it learned of its classes, in its thresholds, in its evaluation with these
    /// and with others, and in a note of what was done. The weights are not touched.
    /// </summary>
    /// <exception cref="ArgumentException">The model has no such column, or two classes would have one name.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void GiveTo(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (folder, bundle) = (new RunFolder(run.Folder), new BundleFolder(run.Bundle));
        var renamed = (Learned(run) ?? throw new IOException(bundle.Transforms)).WithClassNames(Column, Names);
        var (evaluation, other) = (Path.Combine(run.Folder, Evaluation.FileName), Path.Combine(run.Folder, Evaluation.OtherFileName));

        // The model comes last: whoever finds the rest done and the model not does it all again.
        Write(folder.GivenNames, JsonSerializer.SerializeToUtf8Bytes(Together(Of(run)), JsonSerializerOptions.Web));
        Replace(evaluation, Told(run.Evaluation).ToJson());
        if (EvaluationFile.Read(other) is { } otherwise)
        {
            Write(other, Told(otherwise).ToJson());
        }

        if (Thresholds(bundle.Thresholds) is { } thresholds)
        {
            Write(bundle.Thresholds, Told(thresholds, run.Evaluation).ToJson());
        }

        Write(bundle.Transforms, renamed.ToJson());
        Later(bundle.Summary);
    }

    /// <summary>An evaluation that calls the classes or labels so.</summary>
    public Evaluation Told(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return evaluation with { Heads = [.. evaluation.Heads.Select(head => IsTold(head) ? Told(head) : head)] };
    }

    private bool IsTold(HeadEvaluation head) => head is { Targets: [var target] } && target == Column && (head.Classes is not null || head.Labels is not null);

    /// <summary>A class or label that is said from a threshold of its own on is found by its name.</summary>
    private DecisionThresholds Told(DecisionThresholds thresholds, Evaluation evaluation)
    {
        var heads = evaluation.Heads.Where(IsTold).Select(head => head.Name).ToHashSet(StringComparer.Ordinal);
        return thresholds with { Heads = [.. thresholds.Heads.Select(head => heads.Contains(head.Head) ? head with { Classes = Told(head.Classes) } : head)] };
    }

    private ClassThreshold[] Told(IEnumerable<ClassThreshold> classes) => [.. classes.Select(c => c with { Class = Called(c.Class) })];

    private HeadEvaluation Told(HeadEvaluation head) => head with
    {
        Classes = head.Classes is not { } classes ? null : classes with
        {
            Names = [.. classes.Names.Select(Called)],
            PerClass = [.. classes.PerClass.Select(c => c with { Name = Called(c.Name) })],
            Curves = Called(classes.Curves),
        },
        Labels = head.Labels is not { } labels ? null : labels with
        {
            PerLabel = [.. labels.PerLabel.Select(l => l with { Name = Called(l.Name) })],
            Curves = Called(labels.Curves),
        },
        Thresholds = Told(head.Thresholds),
        Examples = [.. head.Examples.Select(e => e with { True = Called(head, e.True), Predicted = Called(head, e.Predicted) })],
    };

    private IReadOnlyList<ClassCurve> Called(IReadOnlyList<ClassCurve> curves) => [.. curves.Select(c => c with { Class = Called(c.Class) })];

    private string Called(HeadEvaluation head, string answer) => head.Labels is null ? Called(answer) : string.Join(BetweenLabels, answer.Split(BetweenLabels).Select(Called));

    private string Called(string name) => Names.GetValueOrDefault(name, name);

    /// <summary>From the first name of each class to its last; what has its first name again is no change.</summary>
    private List<GivenNames> Together(IReadOnlyList<GivenNames> before)
    {
        var first = before.FirstOrDefault(b => b.Column == Column)?.Names ?? ImmutableSortedDictionary<string, string>.Empty;
        var through = first.Select(n => KeyValuePair.Create(n.Key, Called(n.Value)))
            .Concat(Names.Where(n => !first.ContainsValue(n.Key)))
            .Where(n => n.Key != n.Value).ToImmutableSortedDictionary(StringComparer.Ordinal);
        return [.. before.Where(b => b.Column != Column), .. through.IsEmpty ? Array.Empty<GivenNames>() : [this with { Names = through }]];
    }

    private static DecisionThresholds? Thresholds(string file)
    {
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MostBytes) is { } json ? DecisionThresholds.FromJson(json) : null;
        }
        catch (JsonException broken)
        {
            throw new IOException(file, broken);
        }
    }

    private static void Write(string file, byte[] content) => AtomicFile.Write(file, stream => stream.Write(content));

    /// <summary>Pages and warm models see by the time of the file that there is another one; the day on which the run ended stays.</summary>
    private static void Replace(string file, byte[] content)
    {
        var written = File.GetLastWriteTimeUtc(file);
        Write(file, content);
        File.SetLastWriteTimeUtc(file, written.AddSeconds(1));
    }

    private static void Later(string file) => File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));
}
